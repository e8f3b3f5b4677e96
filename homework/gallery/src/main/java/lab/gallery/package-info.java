/** Three more designs that keep the contract: futures, actors and, behind a profile, structured concurrency. */
package lab.gallery;
