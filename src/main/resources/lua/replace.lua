-- Writes a value if nobody else did since it was read.
-- KEYS[1] the value
-- ARGV[1] what was read, or '' where nothing stood there  [2] what is to stand there
-- Answers 1 when it was written, else 0.
if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then
  return 0
end
redis.call('SET', KEYS[1], ARGV[2])
return 1
