import Synchronization

/// Holds an object for good, once some thread has put it there; until then nothing.
///
/// Threads share it without a lock, for what it holds never changes. The library's `AtomicLazyReference` does the same
/// and counts a reference at each look; here nobody does, because the object stays as long as this. A counter to which
/// all threads write would cost more than what most of them look for.
struct UncountedLazyReference<Object: AnyObject & Sendable>: ~Copyable, @unchecked Sendable {
    private let place = Atomic<UnsafeRawPointer?>(nil)

    deinit {
        if let pointer = place.load(ordering: .acquiring) { Unmanaged<Object>.fromOpaque(pointer).release() }
    }

    /// For as long as this lives.
    @inline(__always)
    var object: Unmanaged<Object>? {
        place.load(ordering: .acquiring).map { Unmanaged.fromOpaque($0) }
    }

    /// Puts an object there, unless one is there already, and gives the one that is.
    func keep(_ object: Object) -> Unmanaged<Object> {
        let new = Unmanaged.passRetained(object)
        let (isNew, former) = place.compareExchange(
            expected: nil, desired: UnsafeRawPointer(new.toOpaque()), ordering: .acquiringAndReleasing)
        guard !isNew, let former else { return new }
        new.release()
        return Unmanaged.fromOpaque(former)
    }
}

/// Several of them in one piece of memory, for who finds the right one by a number.
struct UncountedLazyReferences<Object: AnyObject & Sendable>: ~Copyable, @unchecked Sendable {
    /// An array cannot hold what cannot be copied.
    private let places: UnsafeMutablePointer<UncountedLazyReference<Object>>
    private let count: Int

    init(count: Int) {
        self.count = count
        places = .allocate(capacity: count)
        for place in 0..<count { (places + place).initialize(to: UncountedLazyReference()) }
    }

    deinit {
        places.deinitialize(count: count)
        places.deallocate()
    }

    func object(at place: Int) -> Unmanaged<Object>? {
        precondition(place < count)
        return places[place].object
    }

    func keep(_ object: Object, at place: Int) -> Unmanaged<Object> {
        precondition(place < count)
        return places[place].keep(object)
    }
}
