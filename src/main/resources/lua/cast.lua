-- One click on a ballot: the voter's approval of a paper turns on or off, by Redis' own clock.
-- KEYS[8] ballots  [9] votes of this ballot  [10] group  [11] the request, which counts once
-- ARGV[1] ballot  [2] the ballot as it was read  [3] the group as it was read  [4] opens  [5] closes, both in millis
--     [6] how far Lectern's clock is ahead of the real one in millis  [7] voter  [8] paper  [9] id and [10] entry of the redraw
--     [11] for how many milliseconds to keep the answer  [12] the ids under which the voter may have approved of the paper
-- Answers 'changed' when ballot or group are not what was read, 'closed', or {the voter's papers, when the group is due}.
local before = answered(KEYS[11])
if before then
  return {before, next_due()}
end
if redis.call('HGET', KEYS[8], ARGV[1]) ~= ARGV[2] or redis.call('GET', KEYS[10]) ~= ARGV[3] then
  return 'changed'
end
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000) + tonumber(ARGV[6])
if now < tonumber(ARGV[4]) or now >= tonumber(ARGV[5]) then
  return 'closed'
end
local same = {}
for _, id in ipairs(cjson.decode(ARGV[12])) do
  same[id] = true
end
local papers = cjson.decode(redis.call('HGET', KEYS[9], ARGV[7]) or '[]')
local kept = {}
local taken_back = false
for _, paper in ipairs(papers) do
  if same[paper] then
    taken_back = true
  else
    table.insert(kept, paper)
  end
end
if not taken_back then
  table.insert(kept, ARGV[8])
end
local now_approved = '[]'
if #kept == 0 then
  redis.call('HDEL', KEYS[9], ARGV[7])
else
  now_approved = cjson.encode(kept)
  redis.call('HSET', KEYS[9], ARGV[7], now_approved)
end
redis.call('INCR', KEYS[1])
send(ARGV[9], 'show', ARGV[10])
remember(KEYS[11], now_approved, ARGV[11])
return {now_approved, next_due()}
