// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.FileProblem;
import org.frugalvision.engine.run.Provenance;
import org.frugalvision.engine.run.Wording;

/**
 * Keeps a training in a file after every epoch, and goes on from there. The new state is written beside the file, down
 * to the disk, and then replaces it in one move: so there is always a whole one, whatever ends the process or the
 * machine.
 */
final class Checkpoints {

    static final String FILE = "checkpoint.bin";

    /** Left over only by a process that was killed; the next write takes it. */
    static final String NEXT = "checkpoint.bin.tmp";

    private final Optional<Path> m_folder;

    private final Provenance m_provenance;

    private final boolean m_dependsOnEpochs;

    /** @param dependsOnEpochs whether another number of epochs changes the first ones */
    Checkpoints(final Optional<Path> folder, final Provenance provenance, final boolean dependsOnEpochs) {
        m_folder = folder;
        m_provenance = provenance;
        m_dependsOnEpochs = dependsOnEpochs;
    }

    /** Goes on from the file, if there is one. */
    Optional<TrainingState> resume(final TrainingSettings settings, final GradientStep step,
        final Improvement improvement) {
        final Optional<Path> file = m_folder.map(folder -> folder.resolve(FILE)).filter(Files::exists);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        final Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.read(Files.readAllBytes(file.get()));
        } catch (IOException e) {
            throw new DataException(Wording.file(file.get()),
                "the checkpoint cannot be read (" + FileProblem.of(e) + ").", e,
                "Delete it to start from the first epoch.");
        }
        final boolean prolonged = prolongs(settings, checkpoint);
        requireSame(file.get(), prolonged ? TrainingIdentity.withEpochs(checkpoint.provenance(), settings.epochs())
            : checkpoint.provenance(), m_provenance);
        final List<float[]> state = step.state();
        for (int i = 0; i < state.size(); i++) {
            System.arraycopy(checkpoint.arrays().get(i), 0, state.get(i), 0, state.get(i).length);
        }
        checkpoint.best().ifPresent(improvement::resume);
        return Optional.of(prolonged ? checkpoint.state().prolonged() : checkpoint.state());
    }

    /**
     * More epochs than before go on with the same bits as if they had been asked for from the start, unless the
     * schedule spreads its rates, or a method its work, over all epochs.
     */
    private boolean prolongs(final TrainingSettings settings, final Checkpoint checkpoint) {
        return !m_dependsOnEpochs && checkpoint.state().epochs().size() < settings.epochs();
    }

    void write(final TrainingState state, final GradientStep step, final Improvement improvement) {
        if (m_folder.isEmpty()) {
            return;
        }
        final Path folder = m_folder.get();
        try {
            Files.createDirectories(folder);
            final Path next = folder.resolve(NEXT);
            try {
                write(next, new Checkpoint(m_provenance, state, step.state(), improvement.best()).bytes());
                move(next, folder.resolve(FILE));
            } finally {
                Files.deleteIfExists(next);
            }
        } catch (IOException e) {
            throw new DataException(Wording.folder(folder), "the checkpoint of epoch " + state.epochs().size()
                + " cannot be written (" + FileProblem.of(e) + ").", e, "Choose another checkpoint folder.",
                "Free some space; an earlier checkpoint is as it was.");
        }
    }

    private static void write(final Path file, final byte[] bytes) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
            final ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        }
    }

    private static void move(final Path from, final Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) { // some network drives
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void requireSame(final Path file, final Provenance theirs, final Provenance ours) {
        final TreeSet<String> keys = new TreeSet<>(ours.settings().keySet());
        keys.addAll(theirs.settings().keySet());
        for (final String key : keys) {
            requireSame(file, key, theirs.settings().get(key), ours.settings().get(key));
        }
        requireSame(file, "seed", Long.toString(theirs.seed()), Long.toString(ours.seed()));
        requireSame(file, "training data", theirs.dataFingerprint(), ours.dataFingerprint());
        requireSame(file, "version", theirs.engineVersion(), ours.engineVersion());
    }

    private static void requireSame(final Path file, final String what, final String theirs, final String ours) {
        if (!String.valueOf(theirs).equals(String.valueOf(ours))) {
            throw new DataException(Wording.file(file), "the checkpoint is of another training: its "
                + TrainingIdentity.label(what) + " is " + TrainingIdentity.difference(theirs, ours) + ".",
                "Choose another checkpoint folder.", "Delete the checkpoint to start from the first epoch.");
        }
    }
}
