ALTER TABLE crawl ADD COLUMN problem_page text; -- that which was being visited
