// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.workflow.BatchExecutor.IllegalOptionException;
import org.knime.core.node.workflow.NativeNodeContainer;
import org.knime.core.node.workflow.NodeContainer;
import org.knime.core.node.workflow.NodeMessage;
import org.knime.core.node.workflow.WorkflowEvent;
import org.knime.core.node.workflow.WorkflowListener;
import org.knime.core.node.workflow.WorkflowManager;

/** Prints how every node of a workflow has fared, and chosen outputs, and saves others before it is closed. */
public final class RunReport implements WorkflowListener {

    private final List<PrintedOutput> m_outputs = new ArrayList<>();

    private final PrintStream m_out;

    private final List<SavedOutput> m_saved = new ArrayList<>();

    private Optional<SavedViews> m_views = Optional.empty();

    private boolean m_complete = true;

    /** On a stream. */
    public RunReport(final PrintStream out) {
        m_out = out;
    }

    /**
     * Takes an argument of the command line that asks for an output: {@code -print=NODE[:PORT]},
     * {@code -pictures=FOLDER}, {@code -outputs=FOLDER} or {@code -views=FOLDER}; false if it is something else.
     *
     * @throws IllegalOptionException if it asks for something that cannot be
     */
    public boolean takes(final String argument) throws IllegalOptionException {
        final var equals = argument.indexOf('=');
        final var value = argument.substring(equals + 1);
        switch (equals < 0 ? argument : argument.substring(0, equals)) {
            case "-print" -> m_outputs.add(PrintedOutput.parse(value).orElseThrow(() -> new IllegalOptionException(
                "Option '" + argument + "' must be -print=NODE or -print=NODE:PORT with numbers.")));
            case "-pictures" -> m_saved.add(new SavedPictures(folder(argument, equals)));
            case "-outputs" -> m_saved.add(new SavedRows(folder(argument, equals)));
            case "-views" -> m_views = Optional.of(new SavedViews(folder(argument, equals)));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static Path folder(final String argument, final int equals) throws IllegalOptionException {
        final var value = equals < 0 ? "" : argument.substring(equals + 1);
        final var folder = Path.of(value);
        if (value.isEmpty() || Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IllegalOptionException("Option '%s' must be %s=FOLDER with a folder, which need not exist."
                .formatted(argument, equals < 0 ? argument : argument.substring(0, equals)));
        }
        return folder;
    }

    /** Whether all that was asked for could be saved. */
    public boolean isComplete() {
        return m_complete;
    }

    @Override
    public void workflowChanged(final WorkflowEvent event) {
        if (event.getType() == WorkflowEvent.Type.NODE_REMOVED
            && event.getOldValue() instanceof WorkflowManager workflow) {
            workflow.getNodeContainers().forEach(node -> m_out.println(line(node)));
            m_outputs.forEach(output -> print(workflow, output));
            workflow.getNodeContainers().forEach(node -> save((NativeNodeContainer)node));
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
            text.append('\t').append(message.getMessageType() + ": ")
                .append(message.toStringWithDetails().replace('\n', ' '));
        }
        return text.toString();
    }

    private void save(final NativeNodeContainer node) {
        for (final SavedOutput kind : m_saved) {
            for (var port = 1; port < node.getNrOutPorts(); port++) {
                final var output = port;
                save("%s %d of node %d".formatted(kind.title(), port, node.getID().getIndex()),
                    () -> kind.save(node, output) ? Optional.of(kind.file(node, output)) : Optional.empty());
            }
        }
        m_views.ifPresent(views -> save("View of node " + node.getID().getIndex(), () -> views.save(node)));
    }

    private void save(final String title, final Saving saving) {
        try {
            saving.save().ifPresent(file -> m_out.println(title + ": " + file));
        } catch (IOException e) { // the run itself is not to blame
            m_complete = false;
            m_out.println(title + " cannot be saved: " + e);
        }
    }

    /** Saves something, if it is there. */
    @FunctionalInterface
    private interface Saving {

        Optional<Path> save() throws IOException;
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
