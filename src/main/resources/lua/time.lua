-- Redis' own time. KEYS[1] any key: it chooses the node of a Cluster. Answers {seconds, microseconds} since the epoch.
return redis.call('TIME')
