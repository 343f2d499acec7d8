// SPDX-License-Identifier: Apache-2.0
// bench/run MethodsBench SEEDS RESULTS COLOR-FOLDER...: training methods against none and none at the same cost; see bench/methods

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.predict.Inference;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.train.ClassWeights;
import org.frugalvision.engine.train.FitResult;
import org.frugalvision.engine.train.ScheduleSettings;
import org.frugalvision.engine.train.StartingNetwork;
import org.frugalvision.engine.train.StoppingSettings;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;

/**
 * Every method of {@link MethodCases} on Fashion-MNIST and on folders of color images, in the scenario where it should
 * help, against no method, and against no method ended at the same multiply-adds where the method needs more or fewer.
 * Measured: mean recall of the classes and mean loss on the test images. One training is a cell; finished cells stand in
 * a file and are not trained again. Of each pool all of seed 1 come first, so that an interrupted run is a whole run of
 * fewer seeds.
 */
public final class MethodsBench {

    private static final int BATCH = 64;

    /** All; they change no bit. */
    private static final int THREADS = Math.min(256, Runtime.getRuntime().availableProcessors());

    private final FinishedCells m_cells;

    private MethodsBench(final FinishedCells cells) {
        m_cells = cells;
    }

    public static void main(final String... arguments) throws Exception {
        final int seeds = Integer.parseInt(arguments[0]);
        final List<MethodPool> pools = new ArrayList<>(List.of(MethodPool.fashion()));
        for (int i = 2; i < arguments.length; i++) {
            pools.add(MethodPool.folder(Path.of(arguments[i])));
        }
        final var bench = new MethodsBench(FinishedCells.of(Path.of(arguments[1])));
        for (final MethodPool pool : pools) {
            for (int seed = 1; seed <= seeds; seed++) {
                for (final MethodCase method : MethodCases.ALL) {
                    bench.measure(pool, method, seed);
                }
            }
        }
        for (final MethodPool pool : pools) {
            System.out.println(MethodsTable.of(pool, seeds, bench.m_cells));
        }
        System.exit(0);
    }

    /** The method, no method, and no method at the method's cost. */
    private void measure(final MethodPool pool, final MethodCase method, final int seed) throws Exception {
        final FinishedCells.Score none = cell(pool, method.plain(), seed, 0);
        final FinishedCells.Score score = cell(pool, method, seed, 0);
        if (!method.sameCost(score.multiplyAdds() / none.multiplyAdds())) {
            cell(pool, method.plain(), seed, method.images(score.multiplyAdds() / none.multiplyAdds(),
                pool.images(method.scenario()), MethodPool.EPOCHS));
        }
    }

    private FinishedCells.Score cell(final MethodPool pool, final MethodCase method, final int seed,
        final long images) throws Exception {
        final String key = FinishedCells.key(pool.name(), method, seed, images);
        if (m_cells.find(key).isEmpty()) {
            final FinishedCells.Score score = train(pool, method, seed, images);
            m_cells.add(key, score);
            System.out.printf(Locale.ROOT, "%s: recall %.4f, loss %.4f, %.2f x 1e9 multiply-adds, %.0f s%n", key,
                score.recall(), score.loss(), score.multiplyAdds() / 1e9, score.seconds());
        }
        return m_cells.find(key).orElseThrow();
    }

    private static FinishedCells.Score train(final MethodPool pool, final MethodCase method, final int seed,
        final long images) throws Exception {
        final ImageSet training = pool.training(method.scenario(), seed);
        final ArchitectureOptions options = method.options();
        final Network start = StartingNetwork.untrained(method.architecture(), options, training, seed);
        final TrainingSettings usual = TrainingSettings.DEFAULT;
        final int epochs = images == 0 ? MethodPool.EPOCHS : 100 * MethodPool.EPOCHS;
        final var settings = new TrainingSettings(epochs, BATCH, method.learningRate(), seed, true, THREADS,
            method.updater(), new ScheduleSettings(method.schedule(), 0),
            method.balanced() ? ClassWeights.BALANCED : ClassWeights.NONE, new StoppingSettings(false,
                StoppingSettings.Metric.LOSS, usual.stopping().patience(), 0, 0, images));
        final long begin = System.nanoTime();
        final FitResult result =
            new Training(start, training, settings).with(method.recipe().methods()).fit(RunControl.none());
        double loss = 0;
        for (final double one : Inference.losses(result.network(), pool.test(), InferenceSettings.DEFAULT,
            RunControl.none())) {
            loss += one / pool.test().size();
        }
        final var cost = result.network().history().ledger().total();
        return new FinishedCells.Score(Accuracy.meanRecall(result.network(), pool.test()), loss,
            cost.count(Quantity.FORWARD_MACS) + cost.count(Quantity.BACKWARD_MACS), (System.nanoTime() - begin) / 1e9);
    }
}
