-- A lease in the hands of its holder. KEYS[1] the lease. ARGV[1] the holder's token [2] 'renew' or 'release'
--     [3] for how many milliseconds. Answers 1, or 0 when it is not the holder's any more.
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return 0
end
if ARGV[2] == 'renew' then
  redis.call('PEXPIRE', KEYS[1], ARGV[3])
else
  redis.call('DEL', KEYS[1])
end
return 1
