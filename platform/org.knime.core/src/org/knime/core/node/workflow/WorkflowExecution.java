// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.core.runtime.Platform;
import org.knime.core.node.KNIMEConstants;
import org.knime.core.node.NodeLogger;

/**
 * One run over a workflow: every node whose inputs are executed runs on a thread of its own, as many at a time as there
 * are threads. When a node has run, those behind it are configured again on its thread. A failed node stops its branch
 * only.
 */
final class WorkflowExecution {

    private static final NodeLogger LOGGER = NodeLogger.getLogger(WorkflowExecution.class);

    private static final int SECONDS_TO_OBEY = 10;

    private final WorkflowManager m_workflow;

    private final Object m_lock;

    private final Set<NativeNodeContainer> m_tried = new HashSet<>();

    private int m_pending;

    private volatile boolean m_canceled;

    WorkflowExecution(final WorkflowManager workflow, final Object lock) {
        m_workflow = workflow;
        m_lock = lock;
    }

    /** Returns when no node runs and none can; after a cancel at the latest when nodes have not obeyed for long. */
    void run() throws InterruptedException {
        final var pool = pool();
        try {
            synchronized (m_lock) {
                submitReady(pool);
                while (m_pending > 0 && !m_canceled) {
                    m_lock.wait();
                }
                final var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_OBEY);
                while (m_pending > 0 && System.nanoTime() < end) {
                    m_lock.wait(TimeUnit.SECONDS.toMillis(1));
                }
            }
        } finally {
            pool.shutdown();
        }
    }

    private static ExecutorService pool() {
        final var number = new AtomicInteger();
        return Executors.newFixedThreadPool(threads(), work -> {
            final var thread = new Thread(work, "KNIME-Worker-" + number.getAndIncrement());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The preference goes before what the process was started with. */
    private static int threads() {
        final var preset = KNIMEConstants.DEF_MAX_THREAD_COUNT;
        return Platform.isRunning() ? Math.max(1,
            Platform.getPreferencesService().getInt("org.knime.workbench.core", "knime.maxThreads", preset, null))
            : preset;
    }

    /** Stops the nodes that run and starts no more. */
    void cancel() {
        synchronized (m_lock) {
            m_canceled = true;
            m_workflow.nodes().forEach(NativeNodeContainer::cancel);
            m_lock.notifyAll();
        }
    }

    boolean isCanceled() {
        return m_canceled;
    }

    private void submitReady(final ExecutorService pool) {
        for (final var node : m_workflow.nodes()) {
            if (node.state() == InternalNodeContainerState.CONFIGURED && m_workflow.inputsAreExecuted(node)
                && m_tried.add(node)) {
                node.queue();
                m_pending++;
                pool.execute(() -> runNamed(node, pool));
            }
        }
    }

    private void runNamed(final NativeNodeContainer node, final ExecutorService pool) {
        final var thread = Thread.currentThread();
        final var name = thread.getName();
        thread.setName(name + "-" + node.getNameWithID());
        try {
            run(node, pool);
        } catch (RuntimeException | Error e) { // a defect of this runtime must not leave the run waiting for ever
            LOGGER.error("The execution of " + node.getNameWithID() + " broke down: " + e, e);
        } finally {
            thread.setName(name);
            synchronized (m_lock) {
                m_pending--;
                m_lock.notifyAll();
            }
        }
    }

    private void run(final NativeNodeContainer node, final ExecutorService pool) {
        if (m_canceled) {
            node.unqueue();
            return;
        }
        final var success = node.execute(m_workflow.inputs(node));
        synchronized (m_lock) {
            if (success) {
                node.setExecuted();
                m_workflow.configureSuccessors(node);
            } else {
                final var message = node.getNodeMessage();
                node.reset();
                m_workflow.configure(node);
                node.setNodeMessage(message);
            }
            if (!m_canceled) {
                submitReady(pool);
            }
        }
    }
}
