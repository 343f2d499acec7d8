// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.select.subset;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.select.Answers;
import org.frugalvision.engine.select.Need;
import org.frugalvision.engine.select.SelectionSettings;
import org.frugalvision.engine.select.SelectorInfo;
import org.frugalvision.engine.select.Selectors;
import org.frugalvision.nodes.port.NetworkPortObject;
import org.frugalvision.nodes.port.NetworkPortObjectSpec;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.run.MethodText;
import org.frugalvision.nodes.table.CostTable;
import org.frugalvision.nodes.table.ImageRows;
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

    private ImageSubsetSelector() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final ImageSubsetSelectorNodeParameters parameters = in.getParameters();
        final DataTableSpec table = in.getInTableSpec(0);
        final NetworkPortObjectSpec network = in.getInPortSpec(NETWORK);
        parameters.validate();
        if (network != null && !network.isTrained()) {
            throw Message.fromSummaryWithResolution("\"Network\" must be trained, but is not.",
                "Connect the output of a CNN Learner or CNN Reader.").toInvalidSettingsException();
        }
        PoolSources.of(table, parameters, network != null);
        out.setOutSpecs(SelectedRows.spec(table, parameters.m_appendRank, parameters.givesWeights()), table,
            CostTable.spec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final ImageSubsetSelectorNodeParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        final NetworkPortObject network = in.getInPortObject(NETWORK);
        final ExecutionContext context = in.getExecutionContext();
        final var skipped = new Skipped("Could not choose from");
        final List<String> warnings = new ArrayList<>();
        out.setOutData(EngineCall.execute(context, run -> {
            if (parameters.toSettings().needs().contains(Need.LABELS)) {
                LabelColumn.check(table, parameters.m_labelColumn, warnings);
            }
            return select(table, network, parameters, skipped, context, run);
        }));
        skipped.warning(table.size()).ifPresent(warnings::add);
        if (!warnings.isEmpty()) {
            out.setWarningMessage(String.join(" ", warnings));
        }
    }

    private static BufferedDataTable[] select(final BufferedDataTable table, final NetworkPortObject network,
        final ImageSubsetSelectorNodeParameters parameters, final Skipped skipped, final ExecutionContext context,
        final RunControl run) throws CanceledException, InvalidSettingsException, KNIMEException {
        final PoolSources sources = PoolSources.of(table.getDataTableSpec(), parameters, network != null);
        try (var pool = new CollectedPool(sources, skipped)) {
            new ImageRows(table, sources.images()).forEach(pool, skipped, run.part(0, 0.4));
            final Answers answers =
                pool.answers(sources.asksNetwork() ? network.network() : null, run.part(0.4, 0.6));
            final SelectionSettings.Result result = parameters.toSettings().select(answers, run.part(0.6, 0.9));
            final var split = SelectedRows.split(table, result.selection(), pool.rows(), parameters.m_appendRank,
                parameters.givesWeights(), context, run.part(0.9, 1));
            return new BufferedDataTable[]{split.selected(), split.remaining(),
                CostTable.create(result.ledger(), context)};
        }
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
