// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;

/** A thread and the replica that lives in it: ND4J keeps workspaces per thread. */
final class ReplicaThread {

    private final int m_index;

    private final ThreadPoolExecutor m_thread;

    /** Only touched by the thread itself. */
    private Replica m_replica;

    ReplicaThread(final int index) {
        m_index = index;
        m_thread = ComputeThreads.borrow(index);
    }

    Future<Void> open(final NetworkSpec spec) {
        return m_thread.submit(() -> {
            m_replica = new Replica(spec);
            return null;
        });
    }

    <T> Future<T> submit(final Replicas.Task<T> task) {
        return m_thread.submit(() -> task.run(m_replica, m_index));
    }

    /** Frees the replica after its last task, and gives the thread back. */
    Future<Void> close() {
        final Future<Void> closed = m_thread.submit(() -> {
            if (m_replica != null) {
                m_replica.close();
            }
            return null;
        });
        ComputeThreads.giveBack(m_index);
        return closed;
    }
}
