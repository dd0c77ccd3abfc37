import Glibc

/// Keeps a broken connection from ending the process by SIGPIPE, in this thread and for one call
/// only: what the program around does with that signal stays as it is.
enum BrokenPipe {
  /// Runs `body` with the signal blocked and takes away one that came meanwhile.
  static func withoutSignal<Value>(_ body: () -> Value) -> Value {
    var pipe = sigset_t()
    sigemptyset(&pipe)
    sigaddset(&pipe, SIGPIPE)
    var pending = sigset_t()
    sigpending(&pending)
    let wasPending = sigismember(&pending, SIGPIPE) == 1
    var before = sigset_t()
    pthread_sigmask(SIG_BLOCK, &pipe, &before)
    let value = body()
    sigpending(&pending)
    if !wasPending, sigismember(&pending, SIGPIPE) == 1 {
      var now = timespec(tv_sec: 0, tv_nsec: 0)
      while sigtimedwait(&pipe, nil, &now) < 0, errno == EINTR {}
    }
    pthread_sigmask(SIG_SETMASK, &before, nil)
    return value
  }
}
