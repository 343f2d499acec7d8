// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.kernel.Replica;
import org.frugalvision.engine.kernel.Kernels;
import org.frugalvision.engine.kernel.Workers;
import org.frugalvision.engine.network.Labelling;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Compute;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;

/**
 * A training: everything that decides about its result. The same training gives the same bits on one kind of processor,
 * whatever else runs in the process.
 *
 * @param start where to start, see {@link StartingNetwork}; stays as it is. The updater's state starts at zero
 * @param images labelled images of the network's input shape, of at least two classes, or with several labels each
 *   ({@link org.frugalvision.engine.image.Column#LABELS}) if the network tells these; classes are matched by name;
 *   weights are scaled to a mean of 1
 * @param validation images on which loss and accuracy are measured after every epoch
 * @param settings how to train
 * @param recipe methods that take part
 * @param checkpoints folder for the file {@value Checkpoints#FILE}, made if it is missing, which keeps the training
 *   after every epoch. If it is there already, of the same training, the training goes on after the epochs it holds,
 *   with the same bits as without interruption; it may be asked for more epochs than before
 */
public record Training(Network start, ImageSet images, Optional<ImageSet> validation, TrainingSettings settings,
    Recipe recipe, Optional<Path> checkpoints) {

    /**
     * Without validation images, recipe and checkpoints.
     *
     * @param start where to start
     * @param images labelled images
     * @param settings how to train
     */
    public Training(final Network start, final ImageSet images, final TrainingSettings settings) {
        this(start, images, Optional.empty(), settings, Recipe.NONE, Optional.empty());
    }

    /**
     * @param set images on which loss and accuracy are measured after every epoch
     * @return the same with them
     */
    public Training validatedBy(final ImageSet set) {
        return new Training(start, images, Optional.of(set), settings, recipe, checkpoints);
    }

    /**
     * @param methods methods that take part, in this order
     * @return the same with them
     * @throws org.frugalvision.engine.run.SettingsException if two methods claim the same decision
     */
    public Training with(final List<? extends TrainingMethod> methods) {
        return new Training(start, images, validation, settings, new Recipe(List.copyOf(methods)), checkpoints);
    }

    /**
     * @param folder folder for checkpoints
     * @return the same with it
     */
    public Training keptIn(final Path folder) {
        return new Training(start, images, validation, settings, recipe, Optional.of(folder));
    }

    /**
     * Trains. Cost: O(epochs x images x multiply-adds); three times as many multiply-adds as applying the network,
     * unless a method of the recipe needs more or less.
     *
     * @param run progress such as "epoch 3/10, loss 0.412, 1 min 20 s left"; cancel takes effect within one batch
     * @return the trained network, metrics and costs
     * @throws CanceledException if the work was canceled
     * @throws DataException if the images do not fit the network or the recipe, the memory is not enough, the loss is
     *             not finite, or a checkpoint is damaged, of another training, or cannot be written
     * @throws org.frugalvision.engine.run.SettingsException if a class weight is for no class, or class weights or a
     *             method of the recipe need one class per image and the images have several labels
     */
    public FitResult fit(final RunControl run) throws CanceledException {
        if (settings.stopping().early() && validation.isEmpty()) {
            throw new DataException("Validation images", "early stopping needs them, but there are none.",
                "Connect a table of validation images.", "Switch Early stopping off.");
        }
        recipe.check(start.labelling(), "images have several labels");
        final LabelledImages training =
            LabelledImages.of("Training images", start, images, settings.classWeights());
        training.requireTwoClasses();
        final Optional<LabelledImages> measured =
            validation.map(set -> LabelledImages.of("Validation images", start, set, ClassWeights.NONE));
        training.identify(run);
        if (measured.isPresent()) {
            measured.get().identify(run);
        }
        try (Compute.Lease lease = Compute.lease(run);
            Workers workers = Workers.open(Compute.threads(settings.threads()));
            Replica replica = Kernels.open(start.spec(), workers)) {
            return fit(training, measured, workers, replica, run);
        }
    }

    private FitResult fit(final LabelledImages training, final Optional<LabelledImages> measured,
        final Workers workers, final Replica replica, final RunControl run) throws CanceledException {
        final Seeds seeds = Seeds.of(settings.seed());
        final List<CostEntry> others = new ArrayList<>();
        final Parts parts = recipe.join(new TrainingStart(start, images, training.labels(), settings,
            seeds.named("recipe"), others::add, run));
        final Loss loss = parts.loss()
            .orElseGet(start.labelling() == Labelling.ONE ? CrossEntropy::new : BinaryCrossEntropy::new);
        final float[] weights = start.weights();
        try (ChargedPasses passes = new ChargedPasses(start.spec(), replica, workers, images, loss, weights)) {
            final int classes = start.classes().size();
            final BatchLoader loader = new BatchLoader(training, classes, parts, seeds.named("recipe"), workers);
            final GradientStep step = new GradientStep(start.spec(), weights, training, parts,
                new LocalGradients(parts, loader, passes, seeds), passes,
                new WeightUpdate(start.spec(), settings.updater(), workers));
            final Measurement measurement = new Measurement(start.spec(), step, parts, passes, settings.batchSize(),
                loss.measured(), new Measurement.Source(training, loader),
                measured.map(set -> new Measurement.Source(set,
                    new BatchLoader(set, classes, parts, seeds.named("recipe"), workers))),
                run);
            final TrainingCost cost =
                new TrainingCost(start, training, measured, settings, recipe, workers.count());
            return new TrainingRun(this, training, parts, step, measurement, cost, others, run).fit();
        }
    }
}
