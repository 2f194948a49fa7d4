-- The right to be the only one that asks a site, for a while.
-- KEYS[1] who has it  [2] how often it was given; both in one slot
-- ARGV[1] 'take' or 'release'  [2] take: for how long at most, in milliseconds; release: the number that was given
-- Answers take: a number of one's own, or 0 while somebody else has it; release: 1 if it was still one's own.
if ARGV[1] == 'take' then
  if redis.call('EXISTS', KEYS[1]) == 1 then
    return 0
  end
  local number = redis.call('INCR', KEYS[2])
  redis.call('SET', KEYS[1], number, 'PX', ARGV[2])
  return number
end
if redis.call('GET', KEYS[1]) == ARGV[2] then
  return redis.call('DEL', KEYS[1])
end
return 0
