// Written by packages/upkeep/src/playground/generate-endings-table.ts out of data/endings.json.

/** What the first part needs of each ending; `ending-rows.ts` reads it. */
export const endingsTable = `The server sends a Close frame
server-close|A Close frame with a code and a reason of your choice|{"parameters":[{"name":"code","sentBy":"server","default":1000},{"name":"reason","sentBy":"server","default":""}]}
The body of the Close frame
close-empty|A Close frame without a status code
close-one-byte|A Close frame whose body is one byte
close-reason-123|A Close frame whose reason is 123 bytes long
close-reason-124|A Close frame whose reason is 124 bytes long
close-reason-not-utf8|A Close frame whose reason is not UTF-8
close-reason-bom|A Close frame whose reason begins with a byte order mark
close-reason-nul|A Close frame with a NUL in its reason
close-reason-emoji|A Close frame whose reason is an emoji of several code points
What comes with the Close frame
close-twice|Two Close frames, one after the other
close-then-text|A Close frame, then a text message
close-then-ping|A Close frame, then a ping
text-then-close|A text message, then a Close frame
close-between-fragments|A Close frame between two fragments of a message
close-with-handshake|A Close frame in one packet with the handshake's answer
close-then-fin|A Close frame, and FIN at once
close-then-rst|A Close frame, then RST
close-echo-rst|A Close frame, its echo answered by RST
close-tcp-open|A Close frame, and TCP is left open|{"slow":true}
No Close frame comes
fin-no-close|The TCP connection ends (FIN) without a Close frame
rst-no-close|The TCP connection is reset (RST) without a Close frame
fin-in-frame|The TCP connection ends (FIN) in the middle of a frame
The server breaks the framing
frame-rsv1|A frame with RSV1 set
frame-opcode-3|A frame with the reserved opcode 3
frame-opcode-11|A frame with the reserved opcode 11
ping-fragmented|A ping in fragments
ping-126|A ping of 126 bytes
masked-text|A text frame that is masked
masked-close|A Close frame that is masked
continuation-alone|A continuation with nothing to continue
message-in-message|A new message inside a fragmented one
length-not-minimal|A length in more bytes than it needs
length-top-bit|A 64-bit length with its top bit set
length-huge|A huge length is announced and not sent|{"slow":true}
text-not-utf8|A text message that is not UTF-8
http-after-handshake|HTTP text after the handshake
The opening handshake fails
handshake-status-200|The server answers the opening handshake with 200
handshake-status-400|The server answers the opening handshake with 400
handshake-status-401|The server answers the opening handshake with 401
handshake-status-403|The server answers the opening handshake with 403
handshake-status-404|The server answers the opening handshake with 404
handshake-status-426|The server answers the opening handshake with 426
handshake-status-429|The server answers the opening handshake with 429
handshake-status-500|The server answers the opening handshake with 500
handshake-status-503|The server answers the opening handshake with 503
handshake-redirect|The server redirects the opening handshake to a working address|{"client":[{"do":"close"}]}
handshake-wrong-accept|The answer's Sec-WebSocket-Accept is wrong
handshake-no-accept|The answer has no Sec-WebSocket-Accept
handshake-no-upgrade|The answer has no Upgrade header
handshake-unasked-subprotocol|A subprotocol that was not asked for
handshake-other-subprotocol|Another subprotocol than the one asked for|{"subprotocols":["chat"]}
handshake-no-subprotocol|No subprotocol although one was asked for|{"client":[{"do":"close"}],"subprotocols":["chat"]}
handshake-unasked-extension|An extension that was not asked for
handshake-not-http|An answer that is not HTTP
handshake-fin|FIN instead of an answer
handshake-rst|RST instead of an answer
handshake-no-answer|No answer to the opening handshake, ever|{"connectsTo":"own-port","slow":true}
The client closes first
client-close-echo|The client closes, and the server echoes|{"parameters":[{"name":"code","sentBy":"client","default":1000},{"name":"reason","sentBy":"client","default":"bye"}],"client":[{"do":"close","code":{"parameter":"code"},"reason":{"parameter":"reason"}}]}
client-close-tcp-open|The client closes; the server echoes and leaves TCP open|{"client":[{"do":"close","code":1000,"reason":"bye"}],"slow":true}
client-close-other-code|The client closes, and the server answers with another code|{"parameters":[{"name":"code","sentBy":"server","default":4000},{"name":"reason","sentBy":"server","default":"the server's own"}],"client":[{"do":"close","code":1000,"reason":"bye"}]}
client-close-empty|The client closes, and the server answers without a code|{"client":[{"do":"close","code":1000,"reason":"bye"}]}
client-close-1015|The client closes, and the server answers with 1015|{"client":[{"do":"close","code":1000,"reason":"bye"}]}
client-close-text|The client closes; the server sends a text, then echoes|{"client":[{"do":"close","code":1000,"reason":"bye"}]}
client-close-fin|The client closes, and the server ends TCP (FIN) without a Close frame|{"client":[{"do":"close","code":1000,"reason":"bye"}]}
client-close-rst|The client closes, and the server resets TCP (RST)|{"client":[{"do":"close","code":1000,"reason":"bye"}]}
client-close-never|The client closes, and the server never answers|{"client":[{"do":"close","code":1000,"reason":"bye"}],"slow":true}
client-close-late|The client closes, and the server answers after a second|{"client":[{"do":"close","code":1000,"reason":"bye"}]}
The client breaks a rule of the server's
message-too-big|A message over the server's limit (1009)|{"client":[{"do":"send-text","text":"x","times":1025}]}
binary-message|A binary message to a server that takes text only (1003)|{"client":[{"do":"send-bytes","bytes":"00ff"}]}
forbidden-word|A word that the server forbids (1008)|{"client":[{"do":"send-text","text":"a forbidden word"}]}
Without a server's help
call-close-connecting|close() while connecting|{"connectsTo":"own-port","client":[{"do":"close","whileConnecting":true}]}
call-close-999|close(999), which is refused|{"client":[{"do":"close","code":999},{"do":"close"}]}
call-close-1001|close(1001), which is refused|{"client":[{"do":"close","code":1001},{"do":"close"}]}
call-close-2999|close(2999), which is refused|{"client":[{"do":"close","code":2999},{"do":"close"}]}
call-close-5000|close(5000), which is refused|{"client":[{"do":"close","code":5000},{"do":"close"}]}
call-close-reason-124|close() with a reason of 124 bytes, which is refused|{"client":[{"do":"close","code":1000,"reason":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"},{"do":"close"}]}
call-close-twice|close() called twice|{"client":[{"do":"close","code":4001,"reason":"first"},{"do":"close","code":4002,"reason":"second"}]}
connect-closed-port|Nothing listens on the port|{"connectsTo":"closed-port"}
connect-unknown-host|The host's name does not resolve|{"connectsTo":"unknown-host"}
connect-forbidden-by-csp|The page's Content-Security-Policy forbids the connection|{"connectsTo":"lab-forbidden-by-csp"}
page-leaves|The page goes away|{"client":[{"do":"leave-page"}]}`;
