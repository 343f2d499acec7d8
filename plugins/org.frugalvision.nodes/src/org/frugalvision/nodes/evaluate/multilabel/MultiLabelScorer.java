// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.multilabel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.frugalvision.engine.evaluate.FBeta;
import org.frugalvision.engine.evaluate.LabelEvaluation;
import org.frugalvision.engine.evaluate.LabelProbabilities;
import org.frugalvision.engine.evaluate.ThresholdSearch;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.table.LabelColumn;
import org.frugalvision.nodes.table.LabelKind;
import org.frugalvision.nodes.table.Skipped;
import org.frugalvision.nodes.table.Thresholds;
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

/** What the Multi-label Scorer does. */
final class MultiLabelScorer {

    static final String SEARCHED = "Validation predictions";

    private static final int TABLE = 0;

    private static final int VALIDATION = 1;

    private static final int THRESHOLDS = 2;

    /** Reading the table of validation images is so much of the work. */
    private static final double READ = 0.3;

    private MultiLabelScorer() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final MultiLabelScorerNodeParameters parameters = in.getParameters();
        final DataTableSpec table = in.getInTableSpec(TABLE);
        final DataTableSpec validation = in.getInPortSpec(VALIDATION);
        final DataTableSpec thresholds = in.getInPortSpec(THRESHOLDS);
        parameters.validate();
        final LabelColumns columns = LabelColumns.of(table, parameters);
        if (validation != null && thresholds != null) {
            throw Message.fromSummaryWithResolution("\"Given thresholds\" must not be connected together with \""
                + SEARCHED + "\", because both give the thresholds of the classes.", "Disconnect one of them.")
                .toInvalidSettingsException();
        }
        if (validation != null) {
            columns.in(table, validation, SEARCHED);
        }
        if (thresholds != null) {
            Thresholds.check(thresholds);
        }
        out.setOutSpecs(OverallTable.spec(parameters.toScore()), ClassTable.spec(parameters.toScore()),
            Thresholds.spec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final MultiLabelScorerNodeParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(TABLE);
        final BufferedDataTable validation = in.getInPortObject(VALIDATION);
        final BufferedDataTable thresholds = in.getInPortObject(THRESHOLDS);
        final ExecutionContext context = in.getExecutionContext();
        final List<String> warnings = new ArrayList<>();
        out.setOutData(EngineCall.execute(context, run -> {
            LabelColumn.check(table, parameters.m_labelColumn, LabelKind.LISTS, warnings);
            final LabelColumns columns = LabelColumns.of(table.getDataTableSpec(), parameters);
            final double[] one = same(columns.classes().size(), parameters.m_labelThreshold);
            final Optional<double[]> each = thresholds != null
                ? Optional.of(Thresholds.read(thresholds, columns.classes()))
                : search(table.getDataTableSpec(), columns, validation, parameters, warnings, run.part(0, 0.5));
            return score(table, columns, one, each, parameters.toScore(), warnings, context, run.part(0.5, 1));
        }));
        if (!warnings.isEmpty()) {
            out.setWarningMessage(String.join(" ", warnings));
        }
    }

    private static Optional<double[]> search(final DataTableSpec table, final LabelColumns columns,
        final BufferedDataTable validation, final MultiLabelScorerNodeParameters parameters,
        final List<String> warnings, final RunControl run) throws CanceledException, InvalidSettingsException {
        if (validation == null) {
            return Optional.empty();
        }
        final var skipped = new Skipped("Of the validation predictions, skipped");
        final LabelProbabilities data =
            new LabelledRows(validation, columns.in(table, validation.getDataTableSpec(), SEARCHED))
                .read(SEARCHED, skipped, run.part(0, READ));
        skipped.warning(validation.size()).ifPresent(warnings::add);
        final List<String> never = IntStream.range(0, columns.classes().size())
            .filter(k -> Arrays.stream(data.truth()).noneMatch(row -> row[k]))
            .mapToObj(columns.classes()::get).toList();
        if (!never.isEmpty()) {
            warnings.add("No validation image has the label %s, so the threshold stayed %s.".formatted(
                Wording.some(never), Wording.value(ThresholdSearch.START)));
        }
        return Optional.of(new ThresholdSearch(parameters.toScore()).search(data, run.part(READ, 1)));
    }

    private static BufferedDataTable[] score(final BufferedDataTable table, final LabelColumns columns,
        final double[] one, final Optional<double[]> each, final FBeta score, final List<String> warnings,
        final ExecutionContext context, final RunControl run) throws CanceledException {
        final var skipped = new Skipped("Skipped");
        final var rows = new LabelledRows(table, columns);
        final LabelProbabilities data = rows.read("Predictions", skipped, run);
        skipped.warning(table.size()).ifPresent(warnings::add);
        if (!rows.unknown().isEmpty()) {
            warnings.add("The network does not know %s, which counts as missed."
                .formatted(Wording.some(rows.unknown())));
        }
        final Map<String, LabelEvaluation> evaluations = new LinkedHashMap<>();
        evaluations.put(OverallTable.ONE, LabelEvaluation.of(data, forAll(one, data), score));
        each.ifPresent(thresholds -> evaluations.put(OverallTable.EACH,
            LabelEvaluation.of(data, forAll(thresholds, data), score)));
        final LabelEvaluation best = evaluations.getOrDefault(OverallTable.EACH, evaluations.get(OverallTable.ONE));
        return new BufferedDataTable[]{OverallTable.create(score, evaluations, context),
            ClassTable.create(score, best, context),
            Thresholds.create(columns.classes(), each.orElse(one), context)};
    }

    /** Those of classes that the network does not know do nothing, as their probabilities are 0. */
    private static double[] forAll(final double[] thresholds, final LabelProbabilities data) {
        final double[] all = same(data.classes().size(), ThresholdSearch.START);
        System.arraycopy(thresholds, 0, all, 0, Math.min(all.length, thresholds.length));
        return all;
    }

    private static double[] same(final int length, final double value) {
        final double[] values = new double[length];
        Arrays.fill(values, value);
        return values;
    }
}
