-- A bucket of wake-ups, in two lanes: steps and messages. A group is due in a lane, or claimed in it, or neither.
-- KEYS[1] due  [2] claims  [3] later: of the steps; [4] [5] [6] the same of the messages
--     [7] intents  [8] every group  [9] troubled  [10] parked
-- ARGV[1] what to do  [2] the lane: 0 for steps, 3 for messages
-- Due times are in Lectern's clock; claims and intents run out by Redis' own.
local what = ARGV[1]
local lane = tonumber(ARGV[2])
local STEPS, MESSAGES = 0, 3
local MOST_RECOVERED = 100

local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)

local function in_millis(length)
  return string.format('%d', now + tonumber(length))
end

-- Look at the group no later than that; while somebody is at it, that waits until they are done.
local function touch(base, group, millis)
  if tonumber(millis) < 0 then
    return
  end
  local claimed = redis.call('ZSCORE', KEYS[base + 2], group)
  redis.call('ZADD', KEYS[base + (claimed and 3 or 1)], 'LT', millis, group)
end

local function free(base, group)
  redis.call('ZREM', KEYS[base + 2], group)
  local asked = redis.call('ZSCORE', KEYS[base + 3], group)
  if asked then
    redis.call('ZREM', KEYS[base + 3], group)
    redis.call('ZADD', KEYS[base + 1], 'LT', asked, group)
  end
end

-- What a dead process had claimed, or was about to change, is looked at again.
local function recover(base, claims_until)
  local abandoned = redis.call('ZRANGEBYSCORE', KEYS[base + 2], '-inf', claims_until, 'LIMIT', 0, MOST_RECOVERED)
  for _, group in ipairs(abandoned) do
    free(base, group)
    touch(base, group, 0)
  end
  for _, intent in ipairs(redis.call('ZRANGEBYSCORE', KEYS[7], '-inf', now, 'LIMIT', 0, MOST_RECOVERED)) do
    redis.call('ZREM', KEYS[7], intent)
    local group = string.match(intent, '^[^|]+')
    touch(STEPS, group, 0)
    touch(MESSAGES, group, 0)
  end
  return abandoned
end

if what == 'intend' then
  -- [3] group  [4] group and a word of its own  [5] for how long: then the change is done, or whoever began it is dead
  redis.call('SADD', KEYS[8], ARGV[3])
  redis.call('ZADD', KEYS[7], in_millis(ARGV[5]), ARGV[4])
elseif what == 'touch' then
  -- [3] group  [4] millis of the next step  [5] of the next message  [6] the intent that this fulfils, or ''
  touch(STEPS, ARGV[3], ARGV[4])
  touch(MESSAGES, ARGV[3], ARGV[5])
  redis.call('ZREM', KEYS[7], ARGV[6])
elseif what == 'claim' then
  -- [3] now in Lectern's clock  [4] for how long the claim holds  [5] at most so many. Answers its end, then the groups.
  recover(lane, now)
  local ends = in_millis(ARGV[4])
  local groups = redis.call('ZRANGEBYSCORE', KEYS[lane + 1], '-inf', ARGV[3], 'LIMIT', 0, ARGV[5])
  for _, group in ipairs(groups) do
    redis.call('ZREM', KEYS[lane + 1], group)
    redis.call('ZADD', KEYS[lane + 2], ends, group)
  end
  table.insert(groups, 1, ends)
  return groups
elseif what == 'settle' then
  -- [3] group  [4] the claim's end  [5] millis of the next step  [6] of the next message  [7] what troubles it, or ''
  if tonumber(redis.call('ZSCORE', KEYS[lane + 2], ARGV[3]) or '-1') == tonumber(ARGV[4]) then
    free(lane, ARGV[3])
  end
  touch(STEPS, ARGV[3], ARGV[5])
  touch(MESSAGES, ARGV[3], ARGV[6])
  if ARGV[7] == '' then
    redis.call('HDEL', KEYS[9], ARGV[3])
  else
    redis.call('HSET', KEYS[9], ARGV[3], ARGV[7])
  end
elseif what == 'abandon' then
  -- Nobody is at work: every claim is void. Answers whose.
  local groups = {}
  local claims
  repeat
    claims = recover(lane, '+inf')
    for _, group in ipairs(claims) do
      table.insert(groups, group)
    end
  until #claims == 0
  return groups
elseif what == 'park' then
  -- [3] group  [4] how much of its work is parked
  if ARGV[4] == '0' then
    redis.call('SREM', KEYS[10], ARGV[3])
  else
    redis.call('SADD', KEYS[10], ARGV[3])
  end
end
return {}
