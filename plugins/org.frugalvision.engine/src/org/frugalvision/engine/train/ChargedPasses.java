// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.kernel.Replica;
import org.frugalvision.engine.kernel.Replica.Pixels;
import org.frugalvision.engine.kernel.Replica.ScoreGradient;
import org.frugalvision.engine.kernel.Replica.Wanted;
import org.frugalvision.engine.kernel.Workers;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.network.Weights;
import org.frugalvision.engine.run.CanceledException;

/**
 * Sends batches through the network under training, and counts what that takes. Layers below the lowest one that learns
 * are computed as when the network is applied, and once only for the same images, see {@link FrozenBody}.
 */
final class ChargedPasses implements Passes, AutoCloseable {

    private final NetworkSpec m_spec;

    private final List<Tensor> m_tensors;

    private final Replica m_replica;

    private final Workers m_workers;

    private final ImageSet m_images;

    private final Loss m_loss;

    private final Multiplications m_multiplications;

    /** The weights under training; shared. */
    private final float[] m_weights;

    /**
     * What passes compute with unless they are given weights: those under training, or others while these are measured.
     */
    private float[] m_present;

    private Work m_work = Work.NONE;

    /** Number of the masks of dropout of this update. */
    private long m_noise;

    /** For each tensor whether it learns. */
    private boolean[] m_trained;

    private boolean m_replicaIsCurrent;

    private Optional<FrozenBody> m_body = Optional.empty();

    /** The last place of the body that was charged for all images of the set; belongs to a training's state. */
    private final float[] m_charged = new float[1];

    /** @param replica stays the caller's */
    ChargedPasses(final NetworkSpec spec, final Replica replica, final Workers workers, final ImageSet images,
        final Loss loss, final float[] weights) {
        m_spec = spec;
        m_tensors = spec.tensors();
        m_replica = replica;
        m_workers = workers;
        m_images = images;
        m_loss = loss;
        m_weights = weights;
        m_present = weights;
        m_multiplications = new Multiplications(spec);
        m_trained = new boolean[m_tensors.size()];
        Arrays.fill(m_trained, true);
    }

    /** What was done so far, or before the training was interrupted. */
    Work work() {
        return m_work;
    }

    void resume(final Work before) {
        m_work = before;
    }

    /** An epoch starts; for each tensor whether it learns in it. */
    void learn(final boolean[] trained) {
        if (!Arrays.equals(trained, m_trained)) {
            m_trained = trained;
            close();
            m_body = FrozenBody.of(m_spec, trained, m_replica, m_workers, m_images);
        }
    }

    /** @return what must be known of before when a training is resumed; shared */
    List<float[]> state() {
        return List.of(m_charged);
    }

    @Override
    public void close() {
        m_body.ifPresent(FrozenBody::close);
        m_body = Optional.empty();
    }

    /** An update starts. */
    void update(final long noise) {
        m_noise = noise;
    }

    /** The weights have changed. */
    void weightsChanged() {
        computeWith(m_weights);
    }

    /** From now on passes compute with these weights, until those under training change. */
    void computeWith(final float[] weights) {
        m_present = weights;
        m_replicaIsCurrent = false;
    }

    /** The pass of an update: its gradient, summed over the images, and for running statistics images x their step. */
    float[] train(final Batch batch, final Parts parts, final float[] gradient) throws CanceledException {
        current();
        final float[] scores = gradient(batch, m_weights, (first, images, values, by) -> {
            lossGradient(batch, first, images, values, by);
            parts.scoresReady(batch, first, images, values, by);
        }, gradient);
        m_work = m_work.plus(new Work(batch.size(), 0, 1, 0, 0));
        return scores;
    }

    /** As in training, at weights that the replica has; charged but for the images. */
    private float[] gradient(final Batch batch, final float[] at, final ScoreGradient loss, final float[] gradient)
        throws CanceledException {
        chargeBackward(batch);
        if (m_body.isPresent()) {
            final FrozenBody.Features features = features(m_body.get(), batch, at);
            return m_body.get().gradient(features, at, m_noise, loss, m_trained, gradient);
        }
        charge(0, batch);
        return m_replica.gradient(pixels(batch), Replica.Mode.training(m_noise), loss, wanted(), gradient, null);
    }

    /** What the body gives for a batch, at weights that the replica has; body and head are charged. */
    private FrozenBody.Features features(final FrozenBody body, final Batch batch, final float[] at)
        throws CanceledException {
        final FrozenBody.Features features = body.features(batch, at);
        final long ofBody = m_multiplications.forward(batch.shape(), body.place());
        final long ofHead = m_multiplications.forward(batch.shape()) - ofBody;
        final boolean paid = features.set() && m_charged[0] == body.place();
        m_work = m_work.plus(
            new Work(0, 0, 0, batch.size() * ofHead + (paid ? 0 : features.passed() * ofBody), 0));
        if (features.set()) {
            m_charged[0] = body.place();
        }
        return features;
    }

    double[] losses(final Batch batch, final float[] scores) {
        final double[] losses = new double[batch.size()];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = m_loss.loss(scores, batch.rows(), i * batch.classes(), batch.classes());
        }
        return losses;
    }

    @Override
    public double[] losses(final Batch batch, final Mode mode) throws CanceledException {
        return losses(batch, scores(batch, mode));
    }

    @Override
    public float[] scores(final Batch batch, final Mode mode) throws CanceledException {
        current();
        if (mode == Mode.TRAINING && m_body.isPresent()) {
            m_work = m_work.plus(new Work(0, batch.size(), 0, 0, 0));
            return m_body.get().scores(features(m_body.get(), batch, m_weights), m_weights, m_noise);
        }
        charge(batch.size(), batch);
        return m_replica.forward(pixels(batch),
            mode == Mode.APPLIED ? Replica.Mode.EVALUATION : Replica.Mode.training(m_noise),
            m_spec.nodes().get(m_spec.nodes().size() - 1).name())[0];
    }

    @Override
    public float[] embeddings(final Batch batch) throws CanceledException {
        current();
        final String node = m_spec.nodes().get(m_spec.nodes().size() - 1).inputs().get(0);
        m_work = m_work.plus(new Work(0, batch.size(), 0,
            batch.size() * m_multiplications.forward(batch.shape(), m_spec.graph().place(node)), 0));
        return m_replica.forward(pixels(batch), Replica.Mode.EVALUATION, node)[0];
    }

    @Override
    public float[] inputGradients(final Batch batch) throws CanceledException {
        current();
        final float[] gradient = new float[batch.size() * batch.shape().size()];
        m_replica.gradient(pixels(batch), Replica.Mode.EVALUATION, lossGradient(batch), Wanted.INPUT, null, gradient);
        charge(batch.size(), batch);
        m_work = m_work.plus(new Work(0, 0, 0, 0, batch.size() * m_multiplications.forward(batch.shape())));
        return gradient;
    }

    @Override
    public Weights gradient(final Batch batch, final Weights at) throws CanceledException {
        m_replica.setWeights(at.values());
        m_replicaIsCurrent = false;
        final Weights gradient = new Weights(m_tensors, new float[m_weights.length]);
        gradient(batch, at.values(), lossGradient(batch), gradient.values());
        m_work = m_work.plus(new Work(0, batch.size(), 0, 0, 0));
        for (final Tensor tensor : m_tensors) {
            final boolean learned = tensor.shape().role().learned();
            for (int i = tensor.offset(); i < tensor.offset() + tensor.length(); i++) {
                gradient.values()[i] = learned ? gradient.values()[i] / batch.size() : 0;
            }
        }
        return gradient;
    }

    /** The step of running statistics, images x (running - batch) / 10, and nothing else. */
    void statistics(final Batch batch, final float[] at, final boolean[] statistics, final float[] steps)
        throws CanceledException {
        m_replica.setWeights(at);
        m_replicaIsCurrent = false;
        m_replica.gradient(pixels(batch), Replica.Mode.training(0), lossGradient(batch), new Wanted(statistics, false),
            steps, null);
        charge(batch.size(), batch);
    }

    /** Scores of images of another set, with other weights. */
    float[] scores(final Batch batch, final float[] at) throws CanceledException {
        m_replica.setWeights(at);
        m_replicaIsCurrent = false;
        charge(batch.size(), batch);
        return m_replica.forward(pixels(batch), Replica.Mode.EVALUATION,
            m_spec.nodes().get(m_spec.nodes().size() - 1).name())[0];
    }

    private ScoreGradient lossGradient(final Batch batch) {
        return (first, images, scores, gradient) -> lossGradient(batch, first, images, scores, gradient);
    }

    private void lossGradient(final Batch batch, final int first, final int images, final float[] scores,
        final float[] gradient) {
        final int classes = batch.classes();
        final float[] rows = Arrays.copyOfRange(batch.rows(), first * classes, (first + images) * classes);
        for (int i = 0; i < images; i++) {
            m_loss.gradient(scores, rows, i * classes, classes, gradient);
        }
    }

    private Wanted wanted() {
        for (final boolean learns : m_trained) {
            if (!learns) {
                return new Wanted(m_trained, false);
            }
        }
        return Wanted.WEIGHTS;
    }

    private void current() {
        if (!m_replicaIsCurrent) {
            m_replica.setWeights(m_present);
            m_replicaIsCurrent = true;
        }
    }

    /** A way forward through the whole network. */
    private void charge(final long scored, final Batch batch) {
        m_work = m_work.plus(new Work(0, scored, 0, batch.size() * m_multiplications.forward(batch.shape()), 0));
    }

    private void chargeBackward(final Batch batch) {
        m_work = m_work.plus(
            new Work(0, 0, 0, 0, batch.size() * m_multiplications.backward(batch.shape(), m_trained)));
    }

    private static Pixels pixels(final Batch batch) {
        return new Pixels(batch.pixels(), batch.size(), batch.shape());
    }
}
