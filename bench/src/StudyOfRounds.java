// SPDX-License-Identifier: Apache-2.0

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.select.Answers;
import org.frugalvision.engine.select.Budget;
import org.frugalvision.engine.select.Need;
import org.frugalvision.engine.select.NetworkAnswers;
import org.frugalvision.engine.select.Selection;
import org.frugalvision.engine.select.SelectionSettings;
import org.frugalvision.engine.train.RotationLosses;
import org.frugalvision.engine.train.StartingNetwork;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;

/** Choosing by what changed from one round to the next, by a pretext task, and from a pool with foreign images. */
final class StudyOfRounds {

    private static final int LABELLED = 100;

    private static final int FOREIGN_BUDGET = 50;

    /** Classes that the network knows; images of the others are foreign. */
    private static final int OWN_CLASSES = 7;

    private static final int UPDATES_OF_A_ROUND = 160;

    private StudyOfRounds() {
    }

    /**
     * 100 images are known, then 200, by a network that goes on learning; 100 more are chosen: test accuracy of a
     * training from scratch on the 300. The choice by a pretext task is the second of ten.
     */
    static double rounds(final String method, final int[] order, final int seed) throws Exception {
        final ImageSet train = FashionMnist.train();
        final Network before = StudyImages.trained(train.subset(Arrays.copyOf(order, LABELLED)), seed);
        final ImageSet known = train.subset(Arrays.copyOf(order, 2 * LABELLED));
        final int epochs = UPDATES_OF_A_ROUND / ((known.size() + 39) / 40);
        final Network now = new Training(StartingNetwork.trained(before, known, seed), known,
            new TrainingSettings(epochs, 40, 1e-3, seed, true, 0)).fit(RunControl.none()).network();
        final int[] pool = Arrays.copyOfRange(order, 2 * LABELLED, order.length);
        Arrays.sort(pool);
        final ImageSet images = train.subset(pool);
        final Answers answers = answers(images, now)
            .put(Need.PREVIOUS_PROBABILITIES,
                new NetworkAnswers(before, images, InferenceSettings.DEFAULT).probabilities())
            .put(Need.PRETEXT_LOSS, new RotationLosses(
                turned -> StartingNetwork.untrained("lenet", ArchitectureOptions.DEFAULT, turned, seed), images, seed))
            .put(Need.SELECTED, answers(known, now).asOthers());
        final int[] chosen = choose(method, LABELLED, answers, seed).indices();
        final int[] all = Arrays.copyOf(order, 3 * LABELLED);
        for (int k = 0; k < LABELLED; k++) {
            all[2 * LABELLED + k] = pool[chosen[k]];
        }
        return Accuracy.of(StudyImages.trained(train.subset(all), seed), FashionMnist.test());
    }

    /** How many of 50 chosen images are of the last three classes, where 100 known ones are of the first seven. */
    static double foreign(final String method, final int[] order, final int seed) throws Exception {
        final ImageSet train = FashionMnist.train();
        final int[] own = StudyImages.filtered(order, i -> train.label(i) < OWN_CLASSES);
        final ImageSet known =
            StudyImages.ofClasses(train.subset(Arrays.copyOf(own, LABELLED)), OWN_CLASSES);
        final int[] used = Arrays.copyOf(own, LABELLED);
        Arrays.sort(used);
        final int[] pool = StudyImages.filtered(order, i -> Arrays.binarySearch(used, i) < 0);
        final Network network = StudyImages.trained(known, seed);
        final ImageSet images = train.subset(pool);
        final Answers labelled = answers(known, network);
        final Answers answers = answers(images, network).put(Need.LABELLED, labelled.asOthers())
            .put(Need.SELECTED, labelled.asOthers());
        return Arrays.stream(choose(method, FOREIGN_BUDGET, answers, seed).indices())
            .filter(i -> images.label(i) >= OWN_CLASSES).count();
    }

    private static Answers answers(final ImageSet images, final Network network) {
        final NetworkAnswers source = new NetworkAnswers(network, images, InferenceSettings.DEFAULT);
        return new Answers(IntStream.range(0, images.size()).mapToObj(images::id).toList(), RunControl.none())
            .put(Need.LABELS, run -> images.labels()).put(Need.VECTORS, source.embeddings())
            .put(Need.EMBEDDINGS, source.embeddings()).put(Need.PROBABILITIES, source.probabilities());
    }

    private static Selection choose(final String text, final int budget, final Answers answers, final int seed)
        throws Exception {
        final Choice method = text.equals("pt4al") ? new Choice(text, Map.of("cycle", "2")) : Choice.of(text);
        return new SelectionSettings(method, new Budget.Images(budget), false, seed)
            .select(answers, RunControl.none()).selection();
    }
}
