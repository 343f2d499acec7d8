// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.select.subset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.frugalvision.engine.image.ClassName;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.select.Need;
import org.frugalvision.engine.select.SelectionSettings;
import org.frugalvision.engine.select.SelectorInfo;
import org.frugalvision.engine.select.Selectors;
import org.frugalvision.nodes.port.NetworkPortObject;
import org.frugalvision.nodes.port.NetworkPortObjectSpec;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.run.MethodText;
import org.frugalvision.nodes.table.CostTable;
import org.frugalvision.nodes.table.LabelColumn;
import org.frugalvision.nodes.table.Skipped;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** What the Image Subset Selector does. */
final class ImageSubsetSelector {

    private static final int NETWORK = 1;

    /** What a network tells only where its probabilities sum to 1. */
    private static final Set<Need<?>> OF_ONE_CLASS =
        Set.of(Need.PROBABILITIES, Need.BOUNDARIES, Need.DROPOUT, Need.DEEP_FOOL, Need.ITERATIVE);

    private ImageSubsetSelector() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final ImageSubsetSelectorNodeParameters parameters = in.getParameters();
        final DataTableSpec table = in.getInTableSpec(0);
        final NetworkPortObjectSpec network = in.getInPortSpec(NETWORK);
        parameters.validate();
        final Set<Need<?>> needs = parameters.toSettings().needs();
        final PoolSources sources = PoolSources.of(table, parameters, needs, network != null);
        if (network != null && !network.isTrained() && (sources.asksTrained() || !sources.asksNetwork())) {
            throw Message.fromSummaryWithResolution("\"Network\" must be trained, but is not.",
                "Connect the output of a CNN Learner or CNN Reader.").toInvalidSettingsException();
        }
        if (network != null && !Collections.disjoint(needs, OF_ONE_CLASS)) {
            network.checkOneClass();
        }
        for (final OtherTable other : OtherTable.values()) {
            configure(other, in.getInTableSpec(other.port()), parameters, needs, network != null);
        }
        final DataTableSpec selected = in.getInTableSpec(OtherTable.SELECTED.port());
        if (parameters.m_withSelected && selected != null && !selected.equalStructure(table)) {
            throw Message.fromSummaryWithResolution("\"Already selected\" must have the same columns as the images to "
                + "choose from, because its rows are handed on, but has not.",
                "Switch \"Hand on images selected already\" off.", "Connect a table with the same columns.")
                .toInvalidSettingsException();
        }
        out.setOutSpecs(SelectedRows.Columns.of(parameters, classes(sources, network)).spec(table), table,
            CostTable.spec());
    }

    /** What a method may suggest. */
    private static List<String> classes(final PoolSources sources, final NetworkPortObjectSpec network) {
        return network == null || !network.isTrained() || !sources.classes().isEmpty() ? sources.classes()
            : network.classes().stream().map(ClassName::of).toList();
    }

    private static void configure(final OtherTable other, final DataTableSpec table,
        final ImageSubsetSelectorNodeParameters parameters, final Set<Need<?>> needs, final boolean network)
        throws InvalidSettingsException {
        if (table == null && other.isRequired(needs)) {
            throw Message.fromSummaryWithResolution("\"%s\" needs a table at the port \"%s\", but there is none."
                .formatted(parameters.toSettings().info().label(), other.title()),
                "Connect one.", "Choose a method that does without it, such as \"k-center greedy\".")
                .toInvalidSettingsException();
        }
        if (table != null && other.isRead(needs)) {
            PoolSources.of(table, parameters, OtherTable.own(needs), network);
        }
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final ImageSubsetSelectorNodeParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        final NetworkPortObject network = in.getInPortObject(NETWORK);
        final ExecutionContext context = in.getExecutionContext();
        final var skipped = new Skipped("Could not choose from");
        final List<String> warnings = new ArrayList<>();
        final BufferedDataTable[] result = EngineCall.execute(context, run -> {
            if (parameters.toSettings().needs().contains(Need.LABELS)) {
                LabelColumn.check(table, parameters.m_labelColumn, warnings);
            }
            try (SelectionInputs inputs = new SelectionInputs(in, parameters, network, warnings)) {
                return select(inputs, table, parameters, skipped, context, run);
            }
        });
        out.setOutData(result[0], result[1], result[2]);
        out.setInternalData(result[3]);
        skipped.warning(table.size()).ifPresent(warnings::add);
        if (!warnings.isEmpty()) {
            out.setWarningMessage(String.join(" ", warnings));
        }
    }

    /** Selected and remaining rows, cost, and what is kept for the view. */
    private static BufferedDataTable[] select(final SelectionInputs inputs, final BufferedDataTable table,
        final ImageSubsetSelectorNodeParameters parameters, final Skipped skipped, final ExecutionContext context,
        final RunControl run) throws CanceledException, InvalidSettingsException, KNIMEException {
        final CollectedPool pool = inputs.read(table, skipped, run.part(0, 0.4));
        final SelectionSettings.Result result = parameters.toSettings()
            .select(inputs.answers(pool, run.part(0.4, 0.6)), run.part(0.6, 0.9));
        final var parts = new SelectedRows(SelectedRows.Columns.of(parameters, inputs.classes()),
            parameters.m_withSelected ? inputs.selectedBefore() : Optional.empty()).split(table, result.selection(),
                pool.rows(), context, run.part(0.9, 1));
        return new BufferedDataTable[]{parts.selected(), parts.remaining(),
            CostTable.create(result.ledger(), context), SelectionView.kept(parts.selected(),
                SelectionView.image(table.getDataTableSpec(), parameters.m_imageColumn),
                parameters.m_appendRank ? table.getDataTableSpec().getNumColumns() : -1, context, run.part(0.9, 1))};
    }

    /** The methods for the node description, one list item each. */
    static String descriptions() {
        final var items = new StringBuilder("<ul>");
        for (final SelectorInfo info : Selectors.infos()) {
            final String needs = info.needs().isEmpty() ? "nothing"
                : String.join(", ", info.needs().stream().map(Need::toString).sorted().toList());
            items.append("<li><b>%s</b> (%s): ".formatted(info.id(), MethodText.escaped(info.label())))
                .append(MethodText.escaped("%s Needs: %s. Score: %s. Cost: %s. %s %s".formatted(info.summary(), needs,
                    info.score(), info.cost(), info.verdict(), info.paper())))
                .append("</li>");
        }
        return items.append("</ul>").toString();
    }
}
