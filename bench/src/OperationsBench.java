// SPDX-License-Identifier: Apache-2.0
// bench/run OperationsBench RESULTS-FILE [SEEDS=3] [COLOR-FOLDER]: what each operation on images brings alone, in training; goes on where its file ends

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.augment.OperationInfo;
import org.frugalvision.engine.augment.Operations;
import org.frugalvision.engine.augment.Step;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.predict.Inference;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.recipe.TrainingMethods;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.train.StartingNetwork;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;

/**
 * LeNet on 1,000 images of Fashion-MNIST, 10 epochs, every other image changed anew in each by one operation of its
 * usual strength: mean recall of the classes and mean loss on the test images, beside no operation. What needs colour
 * is tried on the folder, with "train" and "test".
 */
public final class OperationsBench {

    private static final int IMAGES = 1000;

    private static final String NONE = "none";

    private OperationsBench() {
    }

    public static void main(final String... arguments) throws Exception {
        final FinishedCells cells = FinishedCells.of(Path.of(arguments[0]));
        final int seeds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        final List<MethodPool> pools = new ArrayList<>(List.of(MethodPool.fashion()));
        if (arguments.length > 2) {
            pools.add(MethodPool.folder(Path.of(arguments[2])));
        }
        for (final MethodPool pool : pools) {
            final List<String> operations = new ArrayList<>(List.of(NONE));
            Operations.infos().stream().filter(info -> info.needsColour() != (pool == pools.get(0)))
                .map(OperationInfo::id).forEach(operations::add);
            for (int seed = 1; seed <= seeds; seed++) {
                for (final String operation : operations) {
                    final String key = "%s | %s | seed %d".formatted(pool.name(), operation, seed);
                    if (cells.find(key).isEmpty()) {
                        cells.add(key, train(pool, operation, seed));
                    }
                }
            }
            System.out.println(pool.name() + " | operation | mean recall | mean loss");
            for (final String operation : operations) {
                double recall = 0;
                double loss = 0;
                for (int seed = 1; seed <= seeds; seed++) {
                    final FinishedCells.Score score =
                        cells.find("%s | %s | seed %d".formatted(pool.name(), operation, seed)).orElseThrow();
                    recall += score.recall() / seeds;
                    loss += score.loss() / seeds;
                }
                System.out.printf(Locale.ROOT, "%s | %s | %.3f | %.3f%n", pool.name(), operation, recall, loss);
            }
        }
        System.exit(0);
    }

    private static FinishedCells.Score train(final MethodPool pool, final String operation, final int seed)
        throws Exception {
        final ImageSet whole = pool.training("clean", seed);
        final ImageSet images = whole.subset(IntStream.range(0, Math.min(IMAGES, whole.size())).toArray());
        final Network start = StartingNetwork.untrained("lenet", ArchitectureOptions.DEFAULT, images, seed);
        final long begin = System.nanoTime();
        final Network network = new Training(start, images, new TrainingSettings(10, 32, 1e-3, seed, true, 1))
            .with(operation.equals(NONE) ? List.of() : TrainingMethods.recipe(List.of(
                new Choice("augmentation", Map.of("steps", Step.usual(operation, 0.5).text())))).methods())
            .fit(RunControl.none()).network();
        double loss = 0;
        for (final double one : Inference.losses(network, pool.test(), InferenceSettings.DEFAULT,
            RunControl.none())) {
            loss += one / pool.test().size();
        }
        return new FinishedCells.Score(Accuracy.meanRecall(network, pool.test()), loss, 0,
            (System.nanoTime() - begin) / 1e9);
    }
}
