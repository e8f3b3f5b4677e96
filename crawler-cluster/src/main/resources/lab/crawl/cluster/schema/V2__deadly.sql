-- Members look every second for pages that members died of: there are hardly any.
CREATE INDEX page_deadly ON page (crawl) WHERE state = 1 AND deaths > 0;
