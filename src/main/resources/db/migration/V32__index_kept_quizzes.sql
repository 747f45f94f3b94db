-- Lists walk past nothing that is in the trash: only what is kept is in their order.
DROP INDEX quiz_changed, quiz_created, quiz_sorted, quiz_trash;
CREATE INDEX quiz_changed ON quiz (owner_id, updated_at, id) WHERE deleted_at IS NULL;
CREATE INDEX quiz_created ON quiz (owner_id, created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX quiz_sorted ON quiz (owner_id, sorted, id) WHERE deleted_at IS NULL;
-- What a host has in all, and the trash in its order; what is kept stands apart in it.
CREATE INDEX quiz_owner ON quiz (owner_id, deleted_at, id);
