// SPDX-License-Identifier: Apache-2.0

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.architecture.BatchNorm;
import org.frugalvision.engine.architecture.Head;
import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.predict.SmallestChanges.Attack;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.select.Answers;
import org.frugalvision.engine.select.Budget;
import org.frugalvision.engine.select.Need;
import org.frugalvision.engine.select.NetworkAnswers;
import org.frugalvision.engine.select.Selection;
import org.frugalvision.engine.select.SelectionSettings;
import org.frugalvision.engine.select.Thumbnails;
import org.frugalvision.engine.train.StartingNetwork;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;

/** Images, networks and choices that the cases of {@link SelectionStudyBench} have in common. */
final class StudyImages {

    private static final int UPDATES = 320;

    private StudyImages() {
    }

    static Selection select(final String text, final int budget, final int seed, final ImageSet images,
        final Network network, final ImageSet known, final ImageSet query, final ImageSet others)
        throws CanceledException {
        final String[] words = text.split("[{}=]");
        final Choice method = words.length == 1 ? Choice.of(text) : new Choice(words[0], Map.of(words[1], words[2]));
        final Answers selected = answers(known, network, seed);
        final Answers answers = answers(images, network, seed).put(Need.SELECTED, selected.asOthers())
            .put(Need.LABELLED, selected.asOthers()).put(Need.QUERY, answers(query, network, seed).asOthers())
            .put(Need.PRIVATE, answers(others, network, seed).asOthers());
        return new SelectionSettings(method, new Budget.Images(budget), false, seed)
            .select(answers, RunControl.none()).selection();
    }

    static Answers answers(final ImageSet images, final Network network, final int seed) {
        final NetworkAnswers source = new NetworkAnswers(network, images, InferenceSettings.DEFAULT);
        return new Answers(IntStream.range(0, images.size()).mapToObj(images::id).toList(), RunControl.none())
            .put(Need.LABELS, run -> images.labels()).put(Need.CLASSES, run -> images.classes())
            .put(Need.VECTORS, source.embeddings()).put(Need.EMBEDDINGS, source.embeddings())
            .put(Need.PROBABILITIES, source.probabilities()).put(Need.BOUNDARIES, source.boundaries())
            .put(Need.DROPOUT, source.dropout(10, seed)).put(Need.DEEP_FOOL, source.changes(Attack.DEEP_FOOL))
            .put(Need.ITERATIVE, source.changes(Attack.ITERATIVE));
    }

    static int[] filtered(final int[] indices, final IntPredicate kept) {
        return Arrays.stream(indices).filter(kept).toArray();
    }

    /** The first images, of each class at most some. */
    static int[] first(final ImageSet images, final int[] order, final int most,
        final IntUnaryOperator mostOfClass) {
        final Map<Integer, Integer> counts = new HashMap<>();
        return Arrays.stream(order)
            .filter(i -> counts.merge(images.label(i), 1, Integer::sum) <= mostOfClass.applyAsInt(images.label(i)))
            .limit(most).toArray();
    }

    static ImageSet repeated(final ImageSet images) {
        return images.subset(IntStream.range(0, 5 * images.size()).map(i -> i % images.size()).toArray());
    }

    static ImageSet relabelled(final ImageSet images, final int[] labels) {
        return rebuilt(images, images.classes(), labels, IntStream.range(0, labels.length).mapToDouble(i -> 1)
            .toArray());
    }

    /** The images, all of the first few classes, as if there were no others. */
    static ImageSet ofClasses(final ImageSet images, final int classes) {
        return rebuilt(images, images.classes().subList(0, classes), images.labels(),
            IntStream.range(0, images.size()).mapToDouble(i -> 1).toArray());
    }

    static ImageSet weighted(final ImageSet images, final double[] weights) {
        return rebuilt(images, images.classes(), images.labels(), weights);
    }

    private static ImageSet rebuilt(final ImageSet images, final List<String> classes, final int[] labels,
        final double[] weights) {
        final ImageSetBuilder set = new ImageSetBuilder(images.shape(), classes);
        final float[] values = new float[images.shape().size()];
        for (int i = 0; i < images.size(); i++) {
            images.readPixels(i, values, 0);
            set.add(images.id(i), bytes(values), labels[i], weights[i]);
        }
        return set.build();
    }

    static Thumbnails thumbnails(final ImageSet images) {
        final Thumbnails thumbnails = new Thumbnails();
        final float[] values = new float[images.shape().size()];
        for (int i = 0; i < images.size(); i++) {
            images.readPixels(i, values, 0);
            thumbnails.add(images.id(i), new DecodedImage(images.shape(), bytes(values)));
        }
        return thumbnails;
    }

    static byte[] bytes(final float[] values) {
        final byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte)Math.round(255 * values[i]);
        }
        return bytes;
    }

    static Network trained(final ImageSet train, final long seed) throws CanceledException {
        final int batch = Math.min(64, Math.max(10, train.size() / 5));
        final int updatesPerEpoch = (train.size() + batch - 1) / batch;
        return new Training(StartingNetwork.untrained("lenet",
            new ArchitectureOptions(1, BatchNorm.USUAL, 0.5, Head.USUAL), train, seed), train,
            new TrainingSettings(Math.max(1, UPDATES / updatesPerEpoch), batch, 1e-3, seed, true, 0))
                .fit(RunControl.none()).network();
    }
}
