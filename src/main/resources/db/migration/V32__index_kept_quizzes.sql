-- Lists walk past nothing that is in the trash: only what they show is in their order.
DROP INDEX quiz_changed, quiz_created, quiz_sorted;
CREATE INDEX quiz_changed ON quiz (owner_id, updated_at, id) WHERE deleted_at IS NULL;
CREATE INDEX quiz_created ON quiz (owner_id, created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX quiz_sorted ON quiz (owner_id, sorted, id) WHERE deleted_at IS NULL;
-- What a host has in all, to be given to another or to go with it.
CREATE INDEX quiz_owner ON quiz (owner_id);
