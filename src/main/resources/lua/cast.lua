-- One voter's choice on a ballot, by Redis' own clock: a tap on one paper, or the whole vote.
-- KEYS[8] ballots  [9] votes of this ballot  [10] group  [11] the request, which counts once
-- ARGV[1] ballot  [2] the ballot as it was read  [3] the group as it was read  [4] opens  [5] closes, both in millis
--     [6] how far Lectern's clock is ahead of the real one in millis  [7] voter  [8] id and [9] entry of the redraw
--     [10] for how many milliseconds to keep the answer
--     [11] 'tap' or 'whole'  [12] the paper, or the vote as it is kept ('[]' takes it back)
--     and for a tap: [13] the ids under which the voter may have approved of the paper
--     [14] how many papers one may approve of, 0 for all  [15] the ids of papers on the ballot
--     the last two: the step that looks whether all have voted, and when, in millis; '' for never
-- Answers 'changed' when ballot or group are not what was read, 'closed', 'too many', or {the voter's vote, when the group
-- is due}.
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

local function set(json)
  local all = {}
  for _, id in ipairs(cjson.decode(json)) do
    all[id] = true
  end
  return all
end

-- The voter's papers with this one in or, where it was there, out; of a vote that is no list nothing is kept.
local function tapped()
  local same, offered = set(ARGV[13]), set(ARGV[15])
  local kept, taken_back, counting = {}, false, 0
  for _, paper in ipairs(cjson.decode(redis.call('HGET', KEYS[9], ARGV[7]) or '[]')) do
    if same[paper] then
      taken_back = true
    else
      table.insert(kept, paper)
      counting = counting + (offered[paper] and 1 or 0)
    end
  end
  if taken_back then
    return kept
  end
  local most = tonumber(ARGV[14])
  if most == 1 then
    kept = {}
  elseif most > 0 and counting >= most then
    return nil
  end
  table.insert(kept, ARGV[12])
  return kept
end

local vote = ARGV[12]
if ARGV[11] == 'tap' then
  local papers = tapped()
  if not papers then
    return 'too many'
  end
  vote = #papers == 0 and '[]' or cjson.encode(papers)
end
if vote == '[]' then
  redis.call('HDEL', KEYS[9], ARGV[7])
else
  redis.call('HSET', KEYS[9], ARGV[7], vote)
end
if ARGV[#ARGV] ~= '' then
  redis.call('ZADD', KEYS[2], ARGV[#ARGV], ARGV[#ARGV - 1])
end
redis.call('INCR', KEYS[1])
send(ARGV[8], 'show', ARGV[9])
remember(KEYS[11], vote, ARGV[10])
return {vote, next_due()}
