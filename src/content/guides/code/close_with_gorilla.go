package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"github.com/gorilla/websocket"
)

var (
	upgrader websocket.Upgrader
	mutex    sync.Mutex
	open     = map[*websocket.Conn]bool{}
	handlers sync.WaitGroup
)

// closeWith sends a Close frame; the client has 5 seconds to answer.
func closeWith(conn *websocket.Conn, code int, reason string) {
	deadline := time.Now().Add(5 * time.Second)
	conn.SetReadDeadline(deadline)
	conn.WriteControl(websocket.CloseMessage, websocket.FormatCloseMessage(code, reason), deadline)
}

func handle(w http.ResponseWriter, r *http.Request) {
	handlers.Add(1)
	defer handlers.Done()
	conn, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		return // the client has its answer: 400, or 403 for a foreign origin
	}
	defer conn.Close()           // ends TCP without a Close frame
	conn.SetReadLimit(64 * 1024) // a longer message ends the connection with 1009
	mutex.Lock()
	open[conn] = true
	mutex.Unlock()
	for {
		kind, data, err := conn.ReadMessage()
		if err != nil { // also the client's Close frame, which the library has answered
			log.Print("closed: ", err)
			break
		}
		if kind == websocket.BinaryMessage {
			closeWith(conn, websocket.CloseUnsupportedData, "text only")
		} else if string(data) == "bye" {
			closeWith(conn, websocket.CloseNormalClosure, "bye")
		} else {
			conn.WriteMessage(websocket.TextMessage, data)
		}
	}
	mutex.Lock()
	delete(open, conn)
	mutex.Unlock()
}

func main() {
	port := os.Getenv("PORT")
	if port == "" {
		port = "8080"
	}
	server := &http.Server{Addr: "127.0.0.1:" + port, Handler: http.HandlerFunc(handle)}
	stop, _ := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	go server.ListenAndServe()
	<-stop.Done()
	server.Shutdown(context.Background()) // knows nothing of WebSocket connections
	mutex.Lock()
	for conn := range open {
		closeWith(conn, websocket.CloseGoingAway, "restarting")
	}
	mutex.Unlock()
	handlers.Wait()
}
