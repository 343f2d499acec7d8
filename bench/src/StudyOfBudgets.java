// SPDX-License-Identifier: Apache-2.0

import java.util.List;
import java.util.stream.IntStream;

import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.recipe.TrainingMethods;
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
import org.frugalvision.engine.train.EarlyNorms;
import org.frugalvision.engine.train.RotationLosses;
import org.frugalvision.engine.train.StartingNetwork;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;

/**
 * What is left of a pool of 5,000 images: a share of all, judged by a network that has learned them all, or a first few
 * that no network and no label has been used for.
 */
final class StudyOfBudgets {

    private static final int NETWORKS = 3;

    private static final int EPOCHS = 3;

    private final ImageSet m_images = FashionMnist.train();

    private final int m_seed;

    private final Answers m_answers;

    /** @param learned whether a network that has learned all images judges them */
    StudyOfBudgets(final boolean learned, final int seed) throws CanceledException {
        m_seed = seed;
        final Thumbnails thumbnails = StudyImages.thumbnails(m_images);
        m_answers = new Answers(IntStream.range(0, m_images.size()).mapToObj(m_images::id).toList(),
            RunControl.none()).put(Need.LABELS, run -> m_images.labels()).put(Need.THUMBNAILS, thumbnails)
                .put(Need.SELECTED, new Answers(List.of(), RunControl.none()).asOthers());
        if (learned) {
            final NetworkAnswers known = new NetworkAnswers(StudyImages.trained(m_images, seed), m_images,
                InferenceSettings.DEFAULT);
            final EarlyNorms norms = new EarlyNorms(StudyOfBudgets::start, m_images, NETWORKS, EPOCHS, seed);
            m_answers.put(Need.VECTORS, known.embeddings()).put(Need.EMBEDDINGS, known.embeddings())
                .put(Need.PROBABILITIES, known.probabilities()).put(Need.ERROR_NORMS, norms.errors())
                .put(Need.GRADIENT_NORMS, norms.gradients()).put(Need.FORGETTING, this::forgetting);
        } else {
            m_answers.put(Need.VECTORS, thumbnails).put(Need.PRETEXT_LOSS, new RotationLosses(
                turned -> StartingNetwork.untrained("lenet", ArchitectureOptions.DEFAULT, turned, seed), m_images,
                seed));
        }
    }

    /** Test accuracy of a training on what is chosen, with its weights. */
    double accuracy(final String method, final int budget) throws Exception {
        final Selection chosen = new SelectionSettings(Choice.of(method), new Budget.Images(budget), false, m_seed)
            .select(m_answers, RunControl.none()).selection();
        return Accuracy.of(StudyImages.trained(StudyImages.weighted(m_images.subset(chosen.indices()),
            chosen.weights()), m_seed), FashionMnist.test());
    }

    private static Network start(final long seed) {
        return StartingNetwork.untrained("lenet", ArchitectureOptions.DEFAULT, FashionMnist.train(), seed);
    }

    private double[] forgetting(final RunControl run) throws CanceledException {
        return new Training(start(m_seed), m_images, new TrainingSettings(6, 64, 1e-3, m_seed, true, 0))
            .with(List.of(TrainingMethods.create(Choice.of("training-history")))).fit(run).outcomes()
            .get("Forgetting events");
    }
}
