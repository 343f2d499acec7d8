// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.report;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.workflow.NativeNodeContainer;
import org.knime.core.node.workflow.NodeContainer;
import org.knime.core.node.workflow.NodeMessage;
import org.knime.core.node.workflow.WorkflowEvent;
import org.knime.core.node.workflow.WorkflowListener;
import org.knime.core.node.workflow.WorkflowManager;

/** Prints how every node of a workflow has fared, and chosen outputs, before the workflow is closed. */
public final class RunReport implements WorkflowListener {

    private final List<PrintedOutput> m_outputs = new ArrayList<>();

    private final PrintStream m_out;

    /** On a stream. */
    public RunReport(final PrintStream out) {
        m_out = out;
    }

    /** Also prints the output that {@code NODE[:PORT]} names; false if that has another form. */
    public boolean print(final String output) {
        final var parsed = PrintedOutput.parse(output);
        parsed.ifPresent(m_outputs::add);
        return parsed.isPresent();
    }

    @Override
    public void workflowChanged(final WorkflowEvent event) {
        if (event.getType() == WorkflowEvent.Type.NODE_REMOVED
            && event.getOldValue() instanceof WorkflowManager workflow) {
            workflow.getNodeContainers().forEach(node -> m_out.println(line(node)));
            m_outputs.forEach(output -> print(workflow, output));
            m_out.flush();
        }
    }

    private static String line(final NodeContainer node) {
        final var millis = node.getNodeTimer().getLastExecutionDuration();
        final var text = new StringBuilder("%s\t%s\t%s\t%s".formatted(node.getID().getIndex(), node.getName(),
            node.getNodeContainerState(), millis < 0 ? "-" : String.format(Locale.ROOT, "%.2f s", millis / 1000.0)));
        final var outputs = new ArrayList<String>();
        if (node instanceof NativeNodeContainer nativeNode) {
            for (var port = 1; port < node.getNrOutPorts(); port++) {
                final var summary = nativeNode.getOutputObjectSummary(port);
                outputs.add(port + ": " + (summary == null ? "-" : summary.replace('\n', ' ')));
            }
        }
        text.append('\t').append(String.join(" | ", outputs));
        final var message = node.getNodeMessage();
        if (message.getMessageType() != NodeMessage.Type.RESET) {
            text.append('\t').append(message.toString().replace('\n', ' '));
        }
        return text.toString();
    }

    private void print(final WorkflowManager workflow, final PrintedOutput output) {
        final var id = workflow.getID().createChild(output.node());
        final var name = "Output " + output.port() + " of node " + output.node();
        if (!workflow.containsNodeContainer(id)) {
            m_out.println(name + ": there is no such node.");
            return;
        }
        final var node = (NativeNodeContainer)workflow.getNodeContainer(id);
        if (output.port() < 1 || output.port() >= node.getNrOutPorts()) {
            m_out.println(name + ": the node has " + (node.getNrOutPorts() - 1) + " output(s).");
            return;
        }
        final var object = node.getOutputObject(output.port());
        if (object instanceof BufferedDataTable table) {
            m_out.println(name + ":");
            try (var rows = table.iterator()) {
                new PrintedTable(table.getDataTableSpec(), table.size(), rows).lines().forEach(m_out::println);
            }
        } else {
            m_out.println(name + ": " + (object == null ? "not executed." : object.getSummary()));
        }
    }
}
