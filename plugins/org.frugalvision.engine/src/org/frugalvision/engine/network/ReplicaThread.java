// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.frugalvision.dl4j.Backend;

/** A thread and the replica that lives in it: ND4J keeps workspaces and thread limits per thread. */
final class ReplicaThread {

    private final int m_index;

    private final ExecutorService m_executor;

    /** Only touched by the thread itself. */
    private Replica m_replica;

    ReplicaThread(final int index) {
        m_index = index;
        m_executor = Executors.newSingleThreadExecutor(task -> {
            final Thread thread = new Thread(task, "frugalvision-compute-" + (index + 1));
            thread.setDaemon(true);
            return thread;
        });
    }

    Future<Void> open(final NetworkSpec spec, final Backend backend) {
        return m_executor.submit(() -> {
            backend.useOneThread();
            m_replica = new Replica(spec);
            return null;
        });
    }

    <T> Future<T> submit(final Replicas.Task<T> task) {
        return m_executor.submit(() -> task.run(m_replica, m_index));
    }

    /** Ends the thread after its last task and waits for that. */
    void close() {
        m_executor.submit(() -> {
            if (m_replica != null) {
                m_replica.close();
            }
        });
        m_executor.shutdown();
        boolean interrupted = false;
        for (boolean ended = false; !ended;) {
            try {
                ended = m_executor.awaitTermination(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) { // the memory is freed first
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
