// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.select.subset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.cost.CostLedger;
import org.frugalvision.engine.cost.CpuTime;
import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Fingerprint;
import org.frugalvision.engine.run.Provenance;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.engine.select.Need;
import org.frugalvision.engine.select.PoolBuilder;
import org.frugalvision.engine.select.Selection;
import org.frugalvision.engine.select.SelectionSettings;
import org.frugalvision.engine.select.SelectorInfo;
import org.frugalvision.engine.select.Selectors;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.run.MethodText;
import org.frugalvision.nodes.table.Classes;
import org.frugalvision.nodes.table.Columns;
import org.frugalvision.nodes.table.CostTable;
import org.frugalvision.nodes.table.ImageCell;
import org.frugalvision.nodes.table.Skipped;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** What the Image Subset Selector does. */
final class ImageSubsetSelector {

    private static final int NO_LABEL = -1;

    private ImageSubsetSelector() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final ImageSubsetSelectorNodeParameters parameters = in.getParameters();
        final DataTableSpec table = in.getInTableSpec(0);
        parameters.validate();
        columns(table, parameters, parameters.toSettings().info().needs());
        out.setOutSpecs(SelectedRows.spec(table, parameters.m_appendRank), table, CostTable.spec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final ImageSubsetSelectorNodeParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        final ExecutionContext context = in.getExecutionContext();
        final var skipped = new Skipped("Could not choose from");
        out.setOutData(EngineCall.execute(context, run -> select(table, parameters, skipped, context, run)));
        skipped.warning(table.size()).ifPresent(out::setWarningMessage);
    }

    private static BufferedDataTable[] select(final BufferedDataTable table,
        final ImageSubsetSelectorNodeParameters parameters, final Skipped skipped, final ExecutionContext context,
        final RunControl run) throws CanceledException, InvalidSettingsException {
        final SelectionSettings settings = parameters.toSettings();
        final SelectorInfo info = settings.info();
        final List<Long> rowOfImage = new ArrayList<>();
        final long start = System.nanoTime();
        final CpuTime cpu = CpuTime.ofThread();
        final var fingerprint = new Fingerprint();
        final var builder = new PoolBuilder(info.needs());
        fill(builder, rowOfImage, table, columns(table.getDataTableSpec(), parameters, info.needs()), info.needs(),
            fingerprint, skipped, run.part(0, 0.5));
        final Selection selection = settings.select(builder.build(), run.part(0.5, 0.9));
        final double seconds = (System.nanoTime() - start) / 1e9;
        final var provenance = new Provenance(info.id(), Map.of("budget", Integer.toString(selection.indices().length)),
            settings.seed(), fingerprint.hex(), "");
        final var cost = CostEntry.of(CostEntry.idOf("select", provenance),
            "Selection: %s (energy: estimate at %s W per busy core)".formatted(info.label(),
                Wording.value(CostEntry.WATTS_PER_CORE)))
            .withLabels(labelsBeside(selection, rowOfImage.size(), info)).withSeconds(seconds, cpu.seconds());
        final var split = SelectedRows.split(table, selection, rowOfImage, parameters.m_appendRank, context,
            run.part(0.9, 1));
        return new BufferedDataTable[]{split.selected(), split.remaining(),
            CostTable.create(CostLedger.of(List.of(cost)), context)};
    }

    /** A method that looks at labels has used those of all images; the selected ones count with the training. */
    private static long labelsBeside(final Selection selection, final int images, final SelectorInfo info) {
        return info.needs().contains(Need.LABELS) ? images - selection.indices().length : 0;
    }

    private static void fill(final PoolBuilder pool, final List<Long> rowOfImage, final BufferedDataTable table,
        final int[] columns, final Set<Need<?>> needs, final Fingerprint fingerprint, final Skipped skipped,
        final RunControl run) throws CanceledException {
        final boolean labels = needs.contains(Need.LABELS);
        final List<String> classes = labels ? Classes.of(table, columns[1]) : List.of();
        try (var rows = table.iterator()) {
            for (long i = 0; rows.hasNext(); i++) {
                run.checkCanceled();
                final DataRow row = rows.next();
                final String id = row.getKey().getString();
                if (labels && row.getCell(columns[1]).isMissing()) {
                    skipped.add(id, "the label is missing");
                    continue;
                }
                DecodedImage image = null;
                if (needs.contains(Need.THUMBNAILS)) {
                    final var cell = ImageCell.decode(row, columns[0], skipped);
                    if (cell.isEmpty()) {
                        continue;
                    }
                    image = cell.get().image();
                }
                final int label =
                    labels ? classes.indexOf(((StringValue)row.getCell(columns[1])).getStringValue()) : NO_LABEL;
                final DecodedImage decoded = image;
                pool.add(id, label, () -> decoded);
                fingerprint.add(id).add(label);
                rowOfImage.add(i);
                run.progress((i + 1.0) / table.size(),
                    "reading image %s of %s".formatted(Wording.value(i + 1), Wording.value(table.size())));
            }
        }
    }

    /** Image and label column, -1 where the method does not need it. */
    private static int[] columns(final DataTableSpec table, final ImageSubsetSelectorNodeParameters parameters,
        final Set<Need<?>> needs) throws InvalidSettingsException {
        return new int[]{ //
            needs.contains(Need.THUMBNAILS) ? Columns.image(table, parameters.m_imageColumn) : -1,
            needs.contains(Need.LABELS) ? Columns.label(table, parameters.m_labelColumn) : -1};
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
