// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.run.Fingerprint;
import org.frugalvision.engine.run.Provenance;
import org.frugalvision.engine.train.Improvement.Best;

/**
 * Everything that is needed to go on with a training after an epoch. Random orders follow from the seed and the number
 * of the epoch, so they need no state. As bytes: content and its SHA-256, which is checked before anything is
 * interpreted.
 *
 * @param provenance which training this is
 * @param state how far it is
 * @param arrays weights and what updater and parts remember; shared
 * @param best best epoch so far, with early stopping
 */
record Checkpoint(Provenance provenance, TrainingState state, List<float[]> arrays, Optional<Best> best) {

    private static final int MAGIC = 0x46564335;

    private static final int HASH = 32;

    byte[] bytes() throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(MAGIC);
        write(out, provenance);
        write(out, state);
        out.writeInt(arrays.size());
        for (final float[] array : arrays) {
            write(out, array);
        }
        out.writeBoolean(best.isPresent());
        if (best.isPresent()) {
            out.writeInt(best.get().epoch());
            out.writeDouble(best.get().value());
            write(out, best.get().weights());
        }
        bytes.write(new Fingerprint().add(bytes.toByteArray(), 0, bytes.size()).bytes());
        return bytes.toByteArray();
    }

    static Checkpoint read(final byte[] file) throws IOException {
        final int length = file.length - HASH;
        if (length < 0 || !Arrays.equals(new Fingerprint().add(file, 0, length).bytes(),
            Arrays.copyOfRange(file, length, file.length))) {
            throw new IOException("it is damaged or cut off");
        }
        final DataInputStream in = new DataInputStream(new ByteArrayInputStream(file, 0, length));
        if (in.readInt() != MAGIC) {
            throw new IOException("it is of another version");
        }
        final Provenance provenance = provenance(in);
        final TrainingState state = state(in);
        final List<float[]> arrays = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            arrays.add(floats(in));
        }
        final Optional<Best> best =
            in.readBoolean() ? Optional.of(new Best(in.readInt(), in.readDouble(), floats(in))) : Optional.empty();
        return new Checkpoint(provenance, state, arrays, best);
    }

    private static void write(final DataOutputStream out, final Provenance provenance) throws IOException {
        out.writeUTF(provenance.method());
        out.writeInt(provenance.settings().size());
        for (final Map.Entry<String, String> setting : provenance.settings().entrySet()) {
            out.writeUTF(setting.getKey());
            out.writeUTF(setting.getValue());
        }
        out.writeLong(provenance.seed());
        out.writeUTF(provenance.dataFingerprint());
        out.writeUTF(provenance.engineVersion());
    }

    private static Provenance provenance(final DataInputStream in) throws IOException {
        final String method = in.readUTF();
        final Map<String, String> settings = new TreeMap<>();
        for (int i = in.readInt(); i > 0; i--) {
            settings.put(in.readUTF(), in.readUTF());
        }
        return new Provenance(method, settings, in.readLong(), in.readUTF(), in.readUTF());
    }

    private static void write(final DataOutputStream out, final TrainingState state) throws IOException {
        write(out, state.spent());
        out.writeLong(state.warmUp().epoch().images());
        out.writeLong(state.warmUp().epoch().batch());
        out.writeLong(state.warmUp().planned());
        write(out, state.warmUp().work());
        out.writeDouble(state.warmUp().secondsPerImage());
        out.writeLong(state.warmUp().bytes());
        out.writeBoolean(state.oneClass());
        out.writeUTF(state.ending().map(Ending::id).orElse(""));
        out.writeInt(state.epochs().size());
        for (final EpochMetrics epoch : state.epochs()) {
            out.writeInt(epoch.epoch());
            out.writeDouble(epoch.loss());
            out.writeDouble(epoch.accuracy());
            out.writeBoolean(epoch.validation().isPresent());
            out.writeDouble(epoch.validation().map(EpochMetrics.Score::loss).orElse(0.0));
            out.writeDouble(epoch.validation().map(EpochMetrics.Score::accuracy).orElse(0.0));
            out.writeLong(epoch.images());
            out.writeLong(epoch.updates());
            out.writeDouble(epoch.learningRate());
            out.writeDouble(epoch.seconds());
            out.writeInt(epoch.measures().size());
            for (final Map.Entry<String, Double> measure : epoch.measures().entrySet()) {
                out.writeUTF(measure.getKey());
                out.writeDouble(measure.getValue());
            }
        }
    }

    private static TrainingState state(final DataInputStream in) throws IOException {
        final TrainingState.Spent spent = spent(in);
        final WarmUp warmUp = new WarmUp(new EpochPlan(in.readLong(), in.readLong()), in.readLong(), work(in),
            in.readDouble(), in.readLong());
        final boolean oneClass = in.readBoolean();
        final String ending = in.readUTF();
        final List<EpochMetrics> epochs = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            final int number = in.readInt();
            final double loss = in.readDouble();
            final double accuracy = in.readDouble();
            final boolean validated = in.readBoolean();
            final EpochMetrics.Score score = new EpochMetrics.Score(in.readDouble(), in.readDouble());
            epochs.add(new EpochMetrics(number, loss, accuracy, validated ? Optional.of(score) : Optional.empty(),
                in.readLong(), in.readLong(), in.readDouble(), in.readDouble(), measures(in)));
        }
        return new TrainingState(epochs, spent, warmUp, oneClass,
            ending.isEmpty() ? Optional.empty() : Optional.of(Ending.of(ending)));
    }

    private static Map<String, Double> measures(final DataInputStream in) throws IOException {
        final Map<String, Double> measures = new TreeMap<>();
        for (int i = in.readInt(); i > 0; i--) {
            measures.put(in.readUTF(), in.readDouble());
        }
        return measures;
    }

    private static void write(final DataOutputStream out, final TrainingState.Spent spent) throws IOException {
        write(out, spent.work());
        out.writeDouble(spent.seconds());
        out.writeDouble(spent.cpuSeconds());
        out.writeLong(spent.peakBytes());
        out.writeInt(spent.others().size());
        for (final CostEntry entry : spent.others()) {
            out.writeUTF(entry.id());
            out.writeUTF(entry.what());
            out.writeInt(entry.amounts().size());
            for (final var amount : entry.amounts().entrySet()) {
                out.writeUTF(amount.getKey().name());
                if (amount.getKey().kind() == Quantity.Kind.MEASURE) {
                    out.writeDouble(amount.getValue().doubleValue());
                } else {
                    out.writeLong(amount.getValue().longValue());
                }
            }
        }
    }

    private static TrainingState.Spent spent(final DataInputStream in) throws IOException {
        final Work work = work(in);
        final double seconds = in.readDouble();
        final double cpuSeconds = in.readDouble();
        final long peakBytes = in.readLong();
        final List<CostEntry> others = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            CostEntry entry = CostEntry.of(in.readUTF(), in.readUTF());
            for (int amounts = in.readInt(); amounts > 0; amounts--) {
                final Quantity quantity = Quantity.valueOf(in.readUTF());
                entry = entry.with(quantity, quantity.kind() == Quantity.Kind.MEASURE ? (Number)in.readDouble()
                    : (Number)in.readLong());
            }
            others.add(entry);
        }
        return new TrainingState.Spent(work, others, seconds, cpuSeconds, peakBytes);
    }

    private static void write(final DataOutputStream out, final Work work) throws IOException {
        out.writeLong(work.trained());
        out.writeLong(work.scored());
        out.writeLong(work.updates());
        out.writeLong(work.forwardMacs());
        out.writeLong(work.backwardMacs());
    }

    private static Work work(final DataInputStream in) throws IOException {
        return new Work(in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong());
    }

    private static void write(final DataOutputStream out, final float[] values) throws IOException {
        out.writeInt(values.length);
        for (final float value : values) {
            out.writeFloat(value);
        }
    }

    private static float[] floats(final DataInputStream in) throws IOException {
        final float[] values = new float[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readFloat();
        }
        return values;
    }
}
