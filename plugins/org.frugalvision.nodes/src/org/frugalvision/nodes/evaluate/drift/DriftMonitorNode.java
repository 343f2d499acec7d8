// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.frugalvision.engine.drift.DriftEvent;
import org.frugalvision.engine.drift.DriftMonitor;
import org.frugalvision.engine.drift.Level;
import org.frugalvision.engine.drift.Observation;
import org.frugalvision.engine.picture.Curve;
import org.frugalvision.engine.picture.Fonts;
import org.frugalvision.engine.picture.MonitorChart;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.run.EngineCall;
import org.knime.core.data.DataTableSpec;
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

/** What the Drift Monitor does. */
final class DriftMonitorNode {

    private static final int REFERENCE = 1;

    private DriftMonitorNode() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final DriftMonitorNodeParameters parameters = in.getParameters();
        parameters.validate();
        for (final DataTableSpec table : in.getInTableSpecs()) {
            if (table != null) {
                StreamColumns.of(table, parameters);
            }
        }
        out.setOutSpecs(new PortObjectSpec[]{EventTable.spec(), new ImagePortObjectSpec(PNGImageContent.TYPE)});
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final DriftMonitorNodeParameters parameters = in.getParameters();
        final BufferedDataTable reference = in.getInPortObject(REFERENCE);
        final List<BufferedDataTable> predictions = new ArrayList<>(Arrays.asList(in.getInTables()));
        predictions.remove(REFERENCE);
        final ExecutionContext context = in.getExecutionContext();
        final List<String> warnings = new ArrayList<>();
        out.setOutData(EngineCall.execute(context, run -> {
            final var monitor = new DriftMonitor(parameters.detectors(), parameters.toSettings());
            final var stream = new PredictionStream(parameters);
            final long watched = watch(monitor, stream, predictions, reference, parameters, run);
            warnings.addAll(stream.warnings());
            warn(monitor, watched, warnings);
            return new PortObject[]{EventTable.create(monitor.events(), context), picture(monitor, watched)};
        }));
        if (!warnings.isEmpty()) {
            out.setWarningMessage(String.join(" ", warnings));
        }
    }

    /** Returns the number of rows that were watched. */
    private static long watch(final DriftMonitor monitor, final PredictionStream stream,
        final List<BufferedDataTable> predictions, final BufferedDataTable reference,
        final DriftMonitorNodeParameters parameters, final RunControl run)
        throws CanceledException, InvalidSettingsException {
        final var counted = new Counted(monitor, reference == null ? parameters.m_referenceRows : 0);
        if (reference != null) {
            final var learned = new Counted(monitor, Long.MAX_VALUE);
            stream.read(reference, learned::accept, run.part(0, 0.5));
            if (learned.m_rows == 0) {
                throw new DataException("Reference", "it must have at least one row with a prediction, but has none.",
                    "Connect predictions of the time when all was well.");
            }
        }
        final double before = reference == null ? 0 : 0.5;
        for (int i = 0; i < predictions.size(); i++) {
            stream.read(predictions.get(i), counted::accept, run.part(before + (1 - before) * i / predictions.size(),
                before + (1 - before) * (i + 1) / predictions.size()));
        }
        final long watched = counted.m_rows - counted.m_learned;
        if (watched <= 0) {
            throw new DataException("Predictions",
                "they must have more rows with a prediction than the %s to learn from, but have %s.".formatted(
                    Wording.value(counted.m_learned), Wording.value(counted.m_rows)),
                "Lower \"Reference rows\", or connect a reference.");
        }
        return watched;
    }

    /** Learns from so many of the first observations, and watches the others. */
    private static final class Counted {

        private final DriftMonitor m_monitor;

        private final long m_learned;

        private long m_rows;

        Counted(final DriftMonitor monitor, final long learned) {
            m_monitor = monitor;
            m_learned = learned;
        }

        void accept(final Observation observation) {
            m_rows++;
            if (m_rows <= m_learned) {
                m_monitor.learn(observation);
            } else {
                m_monitor.next(observation);
            }
        }
    }

    private static void warn(final DriftMonitor monitor, final long watched, final List<String> warnings) {
        final List<String> silent = monitor.traces().stream().filter(trace -> trace.positions().length == 0)
            .map(trace -> trace.detector().label()).toList();
        if (!silent.isEmpty()) {
            warnings.add("%s had nothing to say: the %s watched are too few, lack what it needs, or have no error."
                .formatted(Wording.some(silent), Wording.count(watched, "row", "rows")));
        } else if (monitor.events().isEmpty()) {
            warnings.add("No detector noticed a change in %s.".formatted(Wording.count(watched, "row", "rows")));
        }
        if (!Fonts.present()) {
            warnings.add("The picture has no text, because Java finds no fonts on this machine.");
        }
    }

    private static ImagePortObject picture(final DriftMonitor monitor, final long watched) {
        final List<Curve> curves = new ArrayList<>(monitor.traces().stream()
            .map(trace -> new Curve(trace.detector().label(), trace.positions(), trace.shares(), false)).toList());
        curves.add(new Curve("Threshold", new double[]{1, watched}, new double[]{1, 1}, true));
        final var chart = new MonitorChart("What the detectors read", "Position",
            "Value as a share of its threshold (1 = drift)", curves, marks(monitor, "Warning", Level.WARNING),
            marks(monitor, "Drift", Level.DRIFT));
        return new ImagePortObject(new PNGImageContent(chart.png()), new ImagePortObjectSpec(PNGImageContent.TYPE));
    }

    private static Curve marks(final DriftMonitor monitor, final String name, final Level level) {
        final List<DriftEvent> events =
            monitor.events().stream().filter(event -> event.reading().level() == level).toList();
        return new Curve(name, events.stream().mapToDouble(DriftEvent::position).toArray(),
            events.stream().mapToDouble(event -> event.reading().value() / event.reading().threshold()).toArray(),
            false);
    }
}
