-- Closes a bucket until an instant, unless it is closed for longer already.
-- KEYS[1] the bucket's note
-- ARGV[1] until when, in milliseconds of the app's clock  [2] how long to keep the note, in milliseconds
local closed = tonumber(redis.call('GET', KEYS[1]) or '0')
if tonumber(ARGV[1]) > closed then
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
end
return 0
