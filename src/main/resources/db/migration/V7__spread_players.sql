-- A reveal writes every seat of a game anew. Where each page has room for all of its own, no index has to be told.
ALTER TABLE player SET (fillfactor = 45);
