// Loaded before a program (`node --import`), it makes every way to the network throw, and writes a line into the file
// NETWORK_LOG for each that was tried, and one when it is set. For src/testing/no-network.test.ts.
import { createHook } from 'node:async_hooks'
import dgram from 'node:dgram'
import dns from 'node:dns'
import { appendFileSync } from 'node:fs'
import http from 'node:http'
import http2 from 'node:http2'
import https from 'node:https'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import tls from 'node:tls'
import { isMainThread } from 'node:worker_threads'

const note = (line) => appendFileSync(process.env.NETWORK_LOG, `${line}\n`)

function trap(owner, name, shown) {
  Object.defineProperty(owner, name, { configurable: true, writable: true, value: () => {
    note(`tried ${shown}`)
    throw new Error(`${shown} is not allowed here`)
  } })
}

const isFunction = (owner) => (name) => typeof owner[name] === 'function' && /^[a-z]/.test(name)
for (const [name, owner] of Object.entries({ dns, 'dns.promises': dns.promises })) {
  for (const each of Object.keys(owner).filter(isFunction(owner))) trap(owner, each, `${name}.${each}`)
}
for (const [name, owner, functions] of [
  ['net', net, ['connect', 'createConnection', 'createServer']], ['net.Socket', net.Socket.prototype, ['connect']], ['net.Server', net.Server.prototype, ['listen']],
  ['tls', tls, ['connect', 'createServer']], ['http', http, ['request', 'get', 'createServer']], ['https', https, ['request', 'get', 'createServer']],
  ['http2', http2, ['connect', 'createServer', 'createSecureServer']], ['dgram', dgram, ['createSocket']],
  ['global', globalThis, ['fetch', 'WebSocket', 'EventSource']],
]) for (const each of functions) trap(owner, each, `${name}.${each}`)
syncBuiltinESMExports()

// Whatever way is taken, in the end it is one of these; pipes to other programs on the machine are none.
const ROADS = /^(TCP|TLS|UDP|HTTP2|GETADDRINFO|GETNAMEINFO|QUERY|DNS)/
createHook({ init: (_id, type) => { if (ROADS.test(type)) note(`tried ${type}`) } }).enable()

note(isMainThread ? 'set' : 'set in a thread')
