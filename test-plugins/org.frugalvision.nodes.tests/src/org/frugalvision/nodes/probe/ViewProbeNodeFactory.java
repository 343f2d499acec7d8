// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;

import org.frugalvision.engine.run.RunControl;
import org.frugalvision.nodes.view.ViewPage;
import org.frugalvision.nodes.view.ViewSamples;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;

/**
 * Opens the view of a node on a table that the node would have kept, and writes the page into a file. For the view of
 * the scorer the table has an image, a true class a or &lt;b&gt;, a predicted class and their probabilities,
 * for that of the selector an image, a rank and a score.
 */
public final class ViewProbeNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("View Probe").icon("").shortDescription("Writes a page.").fullDescription("<p>Writes a page.</p>")
        .sinceVersion(5, 8, 0) //
        .ports(ports -> ports.addInputTable("Kept", "What the node keeps for its view.")) //
        .model(model -> model.parametersClass(Parameters.class).configure((in, out) -> {
        }).execute(ViewProbeNodeFactory::execute));

    /** Which view, and where to. */
    @LoadDefaultsForAbsentFields
    static final class Parameters implements NodeParameters {

        @Widget(title = "View", description = "Class of the view.")
        String m_view = "";

        @Widget(title = "File", description = "File of the page.")
        String m_file = "";
    }

    /** Called by KNIME. */
    public ViewProbeNodeFactory() {
        super(NODE);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out) {
        final Parameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        try {
            Files.writeString(Path.of(parameters.m_file), ViewSamples.opened(
                (ViewPage)method(parameters.m_view, "page").invoke(null), kept(parameters.m_view, table, in)));
        } catch (final ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PortObject[] kept(final String view, final BufferedDataTable table, final ExecuteInput in)
        throws ReflectiveOperationException {
        if (view.endsWith(".ScorerView")) {
            return (PortObject[])method("org.frugalvision.nodes.evaluate.scorer.ConfusedImages", "kept").invoke(null,
                table, 1, 2, OptionalInt.of(0), in.getExecutionContext(), RunControl.none());
        }
        return new PortObject[]{view.endsWith(".SelectionView") ? (PortObject)method(view, "kept").invoke(null, table,
            OptionalInt.of(0), 1, in.getExecutionContext(), RunControl.none()) : table};
    }

    /** Of a class that other packages do not see. */
    private static Method method(final String owner, final String name) throws ReflectiveOperationException {
        final Method method = Arrays.stream(Class.forName(owner).getDeclaredMethods())
            .filter(each -> each.getName().equals(name)).findFirst().orElseThrow();
        method.setAccessible(true);
        return method;
    }
}
