// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.fresh;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.frugalvision.engine.evaluate.AccuracyDrop;
import org.frugalvision.engine.evaluate.AccuracyLine;
import org.frugalvision.engine.evaluate.ClassCounts;
import org.frugalvision.engine.image.ClassName;
import org.frugalvision.engine.picture.Fonts;
import org.frugalvision.engine.picture.FreshTestChart;
import org.frugalvision.engine.picture.FreshTestChart.Point;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.evaluate.fresh.FreshTestSetCheckNodeParameters.Method;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.table.LabelColumn;
import org.frugalvision.nodes.table.Skipped;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** What the Fresh Test Set Check does. */
final class FreshTestSetCheck {

    private static final int ORIGINAL = 0;

    private static final int FRESH = 1;

    /** From so much accuracy on the other mix of classes is worth a warning. */
    private static final double MUCH = 0.01;

    private FreshTestSetCheck() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final FreshTestSetCheckNodeParameters parameters = in.getParameters();
        parameters.validate();
        ScoredTables.of(in.getInTableSpec(ORIGINAL), in.getInTableSpec(FRESH), parameters);
        out.setOutSpecs(new PortObjectSpec[]{DropTable.spec(), LineTable.spec(),
            new ImagePortObjectSpec(PNGImageContent.TYPE)});
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final FreshTestSetCheckNodeParameters parameters = in.getParameters();
        final BufferedDataTable original = in.getInTable(ORIGINAL);
        final BufferedDataTable fresh = in.getInTable(FRESH);
        final ExecutionContext context = in.getExecutionContext();
        final List<String> warnings = new ArrayList<>();
        out.setOutData(EngineCall.execute(context, run -> {
            LabelColumn.check(original, parameters.m_labelColumn, warnings);
            final var drops = drops(original, fresh, parameters, warnings, run);
            final double[] before =
                drops.values().stream().mapToDouble(drop -> drop.original().accuracy().value()).toArray();
            final double[] after =
                drops.values().stream().mapToDouble(drop -> drop.fresh().accuracy().value()).toArray();
            return new PortObject[]{DropTable.create(drops, parameters.m_interval::of, context),
                LineTable.create(before, after, context),
                picture(drops, before, after, parameters.m_interval, warnings)};
        }));
        if (!warnings.isEmpty()) {
            out.setWarningMessage(String.join(" ", warnings));
        }
    }

    private static Map<String, AccuracyDrop> drops(final BufferedDataTable original, final BufferedDataTable fresh,
        final FreshTestSetCheckNodeParameters parameters, final List<String> warnings, final RunControl run)
        throws CanceledException, InvalidSettingsException {
        final var tables = ScoredTables.of(original.getDataTableSpec(), fresh.getDataTableSpec(), parameters);
        final List<String> classes = tables.classes(original, fresh);
        ClassName.alike(classes).ifPresent(warnings::add);
        final var skipped = new Skipped("Of the original test set, skipped");
        final var skippedFresh = new Skipped("Of the fresh test set, skipped");
        final List<ClassCounts> before =
            tables.count("Original test set", original, classes, skipped, run.part(0, 0.5));
        final List<ClassCounts> after =
            tables.count("Fresh test set", fresh, classes, skippedFresh, run.part(0.5, 1));
        skipped.warning(original.size()).ifPresent(warnings::add);
        skippedFresh.warning(fresh.size()).ifPresent(warnings::add);
        warnOfClasses(classes, before.get(0), after.get(0), warnings);
        final var drops = ScoredTables.drops(tables.models(), before, after);
        warnOfShift(drops, warnings);
        return drops;
    }

    /** Every model sees the same images. */
    private static void warnOfClasses(final List<String> classes, final ClassCounts original, final ClassCounts fresh,
        final List<String> warnings) {
        final List<String> gone = new ArrayList<>();
        final List<String> added = new ArrayList<>();
        for (int c = 0; c < classes.size(); c++) {
            if (original.images()[c] > 0 && fresh.images()[c] == 0) {
                gone.add(classes.get(c));
            } else if (original.images()[c] == 0 && fresh.images()[c] > 0) {
                added.add(classes.get(c));
            }
        }
        if (!gone.isEmpty()) {
            warnings.add("The fresh test set has no image of %s, so there is no drop at equal shares.".formatted(
                Wording.some(gone)));
        }
        if (!added.isEmpty()) {
            warnings.add("Only the fresh test set has images of %s.".formatted(Wording.some(added)));
        }
    }

    private static void warnOfShift(final Map<String, AccuracyDrop> drops, final List<String> warnings) {
        drops.entrySet().stream().filter(one -> one.getValue().dropAtEqualShares().stream()
            .anyMatch(drop -> Math.abs(drop - one.getValue().drop()) >= MUCH)).findFirst()
            .ifPresent(one -> warnings.add(("The test sets have another mix of classes, which alone changes the "
                + "accuracy of "
                + "\"%s\" by %.1f points: read the drop at equal shares.").formatted(one.getKey(),
                    100 * Math.abs(one.getValue().dropAtEqualShares().getAsDouble() - one.getValue().drop()))));
    }

    private static ImagePortObject picture(final Map<String, AccuracyDrop> drops, final double[] original,
        final double[] fresh, final Method method, final List<String> warnings) {
        if (!Fonts.present()) {
            warnings.add("The picture has no text, because Java finds no fonts on this machine.");
        }
        final List<Point> points = drops.entrySet().stream().map(one -> new Point(one.getKey(),
            one.getValue().original().accuracy().value(), method.of(one.getValue().original().accuracy()),
            one.getValue().fresh().accuracy().value(), method.of(one.getValue().fresh().accuracy()))).toList();
        final var chart = new FreshTestChart("Accuracy on a fresh test set (crosses: intervals of 95 %)", points,
            AccuracyLine.of(original, fresh));
        return new ImagePortObject(new PNGImageContent(chart.png()), new ImagePortObjectSpec(PNGImageContent.TYPE));
    }
}
