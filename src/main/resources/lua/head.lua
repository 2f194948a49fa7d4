-- The first message that may be delivered: of each addressee only the oldest may, and none whose deliveries rest; a
-- channel's before members', as they stand in the queue.
-- KEYS[8] outbox:tries. ARGV[1] now in milliseconds since the epoch.
-- Answers its id, entry, wishes so far, tries and receipt, the absent ones as ''; nothing when none may.
for _, id in ipairs(redis.call('ZRANGE', KEYS[3], 0, -1)) do
  local entry = redis.call('HGET', KEYS[4], id)
  if pause(addressee(entry)) <= tonumber(ARGV[1]) then
    return {
      id,
      entry or '',
      redis.call('HGET', KEYS[5], id) or '',
      redis.call('HGET', KEYS[8], id) or '',
      redis.call('HGET', KEYS[6], id) or '',
    }
  end
end
return nil
