import Dispatch
import Synchronization

/// Does the same with each of `items`, several at a time, and gives the results in the order of the items.
///
/// Every thread makes a worker of its own with `makeWorker`, for what cannot be shared.
package func parallelMap<Item: Sendable, Worker, Result: Sendable>(
  _ items: [Item], jobs: Int, makeWorker: @Sendable () -> Worker,
  progress: @Sendable (_ done: Int) -> Void = { _ in }, _ body: @Sendable (Worker, Item) -> Result
) -> [Result] {
  let next = Mutex(0)
  let results = Mutex<(list: [Result?], done: Int)>((Array(repeating: nil, count: items.count), 0))
  DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, items.count))) { _ in
    var worker: Worker?
    while let index = next.withLock({ next -> Int? in
      defer { next += 1 }
      return next < items.count ? next : nil
    }) {
      let mine = worker ?? makeWorker()
      worker = mine
      let result = body(mine, items[index])
      let done = results.withLock { results in
        results.list[index] = result
        results.done += 1
        return results.done
      }
      progress(done)
    }
  }
  return results.withLock { $0.list.compactMap { $0 } }
}
