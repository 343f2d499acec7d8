// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.report;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.knime.core.node.workflow.NodeContainer;
import org.knime.core.node.workflow.NodeID;
import org.knime.core.node.workflow.NodeProgress;
import org.knime.core.node.workflow.NodeProgressEvent;
import org.knime.core.node.workflow.NodeStateEvent;
import org.knime.core.node.workflow.WorkflowEvent;
import org.knime.core.node.workflow.WorkflowListener;
import org.knime.core.node.workflow.WorkflowManager;

/** Tells every node of a workflow in a line when it has run, and knows how far those are that run. Thread safe. */
public final class RunProgress implements WorkflowListener {

    private static final int PERCENT = 100;

    /** Asked themselves: the workflow may be locked by whoever waits for this. */
    private final Map<NodeID, NodeContainer> m_nodes = new HashMap<>();

    private final Map<NodeID, NodeProgress> m_running = new LinkedHashMap<>();

    private final Consumer<String> m_out;

    /** Telling line by line. */
    public RunProgress(final Consumer<String> out) {
        m_out = out;
    }

    @Override
    public synchronized void workflowChanged(final WorkflowEvent event) {
        if (event.getType() == WorkflowEvent.Type.NODE_ADDED
            && event.getNewValue() instanceof WorkflowManager workflow) {
            for (final var node : workflow.getNodeContainers()) {
                m_nodes.put(node.getID(), node);
                node.addNodeStateChangeListener(this::stateChanged);
                node.addProgressListener(this::progressChanged);
            }
        }
    }

    private synchronized void stateChanged(final NodeStateEvent event) {
        final var node = m_nodes.get(event.getSource());
        final var state = node.getNodeContainerState();
        if (state.isExecutionInProgress() && !state.isConfigured()) { // else it waits for a thread
            m_running.put(node.getID(), new NodeProgress(null, null));
        } else if (m_running.remove(node.getID()) != null) {
            m_out.accept(finished(node));
        }
    }

    private String finished(final NodeContainer node) {
        final var seconds = String.format(Locale.ROOT, "%.2f s", node.getNodeTimer().getLastExecutionDuration() / 1e3);
        if (!node.getNodeContainerState().isExecuted()) {
            return name(node) + ": stopped after " + seconds;
        }
        return name(node) + ": executed in " + seconds + ", "
            + m_nodes.values().stream().filter(other -> other.getNodeContainerState().isExecuted()).count() + " of "
            + m_nodes.size() + " nodes";
    }

    private static String name(final NodeContainer node) {
        return node.getName() + " (#" + node.getID().getIndex() + ")";
    }

    private synchronized void progressChanged(final NodeProgressEvent event) {
        m_running.computeIfPresent(event.getSource(), (id, before) -> event.getNodeProgress());
    }

    /** Returns how far the running nodes are, empty if none runs. */
    public synchronized String running() {
        return m_running.entrySet().stream().map(entry -> {
            final var progress = entry.getValue();
            return name(m_nodes.get(entry.getKey()))
                + (progress.hasProgress() ? " " + (int)(progress.getProgress() * PERCENT) + " %" : "")
                + (progress.hasMessage() ? " " + progress.getMessage() : "");
        }).collect(Collectors.joining(" | "));
    }
}
