// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_FROM;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCRATCHPAD;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_TO;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.bytedeco.javacpp.PointerScope;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.Graph;

/**
 * A network compiled for parts of one number of images of one shape: what each step does, and where everything lies in
 * the memory of a part. Layouts go from layer to layer as oneDNN likes them. To be made by a thread that computes
 * alone.
 */
final class Plan implements AutoCloseable {

    private final Graph m_graph;

    private final Purpose m_purpose;

    private final Schedule m_schedule;

    private final int m_images;

    private final Natives m_natives = new Natives();

    private final List<Slot> m_slots = new ArrayList<>();

    private final List<Run> m_runs = new ArrayList<>();

    private final Map<Step, List<Action>> m_steps = new HashMap<>();

    private final Slot[] m_maps;

    /** What went into activations whose way back needs it. */
    private final Slot[] m_before;

    private final Gradients m_gradients;

    private final PlannedWeights m_weights;

    private final EightBitMaps m_eightBits;

    /** Those of the step that is planned. */
    private List<Action> m_actions;

    private int m_step;

    private final long m_bytes;

    Plan(final Graph graph, final Schedule schedule, final Purpose purpose, final int images,
        final StoredWeights weights, final EightBits eightBits) {
        m_graph = graph;
        m_schedule = schedule;
        m_purpose = purpose;
        m_images = images;
        m_maps = new Slot[graph.last() + 1];
        m_before = new Slot[graph.last() + 1];
        m_gradients = new Gradients(this);
        m_weights = new PlannedWeights(this, weights);
        m_eightBits = new EightBitMaps(this, training() ? EightBits.NONE : eightBits);
        try {
            buildInScope();
            m_weights.allocate();
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
        m_bytes = SlotPlaces.assign(m_slots.stream().filter(slot -> slot.where() == Slot.Where.PART).toList());
    }

    /** What is needed only meanwhile is freed. */
    private void buildInScope() {
        try (PointerScope scope = scope()) {
            build();
        }
    }

    @SuppressWarnings("unchecked") // Java makes no array of a generic type
    private static PointerScope scope() {
        return new PointerScope();
    }

    private void build() {
        m_maps[0] = slot(plainMaps(0));
        m_maps[0].touch(0);
        final LayerKernel[] kernels = new LayerKernel[m_graph.last() + 1];
        for (int place = 1; place < kernels.length; place++) {
            kernels[place] = OnednnLayers.kernel(this, place);
        }
        for (final List<Step> segment : m_schedule.forward()) {
            for (final Step step : segment) {
                begin(step);
                kernels[step.place()].plan(step.work());
                if (step.work() == Work.FORWARD) {
                    planOutput(step.place());
                }
            }
        }
        m_gradients.planLoss(++m_step);
        for (final List<Step> segment : m_schedule.backward()) {
            for (final Step step : segment) {
                begin(step);
                if (step.place() == m_graph.last()) {
                    m_gradients.takeLoss();
                }
                kernels[step.place()].plan(step.work());
            }
        }
        if (m_purpose.input()) {
            final Slot plain = converted(m_gradients.of(0), plainMaps(0));
            call(part -> part.keepInputGradient(plain), plain);
        }
        m_weights.planSums(++m_step);
    }

    private void begin(final Step step) {
        m_actions = new ArrayList<>();
        m_steps.put(step, m_actions);
    }

    /** What is wanted is fetched right after it was made, before others take its place. */
    private void planOutput(final int place) {
        if (m_purpose.outputs().contains(m_graph.node(place).name())) {
            final Slot plain = converted(map(place), plainMaps(place));
            call(part -> part.keepOutput(place, plain), plain);
        }
    }

    Graph graph() {
        return m_graph;
    }

    Schedule schedule() {
        return m_schedule;
    }

    Purpose purpose() {
        return m_purpose;
    }

    int images() {
        return m_images;
    }

    Natives natives() {
        return m_natives;
    }

    Gradients gradients() {
        return m_gradients;
    }

    PlannedWeights weights() {
        return m_weights;
    }

    List<Slot> slots() {
        return m_slots;
    }

    List<Run> runs() {
        return m_runs;
    }

    List<Action> actions(final Step step) {
        return m_steps.get(step);
    }

    /** Of the memory of a part. */
    long bytes() {
        return m_bytes;
    }

    /** Whether primitives are those of training, also if nothing goes backward: so that they round in the same way. */
    boolean training() {
        return m_purpose.training() || !m_schedule.backward().isEmpty();
    }

    EightBitMaps eightBits() {
        return m_eightBits;
    }

    /** The output of a place in single precision. */
    Slot map(final int place) {
        if (m_maps[place] == null) {
            m_maps[place] = m_eightBits.single(place);
        }
        return m_maps[place];
    }

    /** Whether the output of a place is there in single precision. */
    boolean hasMap(final int place) {
        return m_maps[place] != null;
    }

    void setMap(final int place, final Slot slot) {
        m_maps[place] = slot;
    }

    /** What of an activation a primitive may do itself: all, unless the way back needs the values before it. */
    Activation fused(final Activation activation) {
        return training() && !activation.invertible() ? Activation.IDENTITY : activation;
    }

    /** Ends the output of a place with an activation that its primitive has not done. */
    void activate(final int place, final Activation activation) {
        final Slot before = m_maps[place];
        if (fused(activation) != activation) {
            m_before[place] = before;
            m_maps[place] = slot(before.layout());
        }
        run(keep(Onednn.activation(activation, before.layout())), DNNL_ARG_SRC, before, DNNL_ARG_DST, m_maps[place]);
    }

    /** What went into the activation of a place; null if its way back follows from what came out. */
    Slot before(final int place) {
        return m_before[place];
    }

    long[] sizes(final int place) {
        final ImageShape shape = m_graph.shape(place);
        return new long[]{m_images, shape.channels(), shape.height(), shape.width()};
    }

    dnnl_memory_desc_t plainMaps(final int place) {
        return Onednn.plain(sizes(place));
    }

    /** Whether the output of a place, which is planned, lies in plain order. */
    boolean isPlain(final int place) {
        return Onednn.equal(map(place).layout(), plainMaps(place));
    }

    Slot slot(final dnnl_memory_desc_t layout) {
        return slot(layout, Slot.Where.PART, null);
    }

    /** The same memory taken for another layout of the same size. */
    Slot view(final Slot slot, final dnnl_memory_desc_t layout) {
        return Onednn.equal(slot.layout(), layout) ? slot : slot(layout, slot.where(), slot);
    }

    Slot slot(final dnnl_memory_desc_t layout, final Slot.Where where, final Slot base) {
        final Slot slot = new Slot(kept(layout), where, m_slots.size(), base);
        m_slots.add(slot);
        return slot;
    }

    Primitive keep(final Primitive primitive) {
        return m_natives.keep(primitive, primitive::close);
    }

    /** @param keysAndSlots oneDNN's number of an argument, its slot, ... */
    void run(final Primitive primitive, final Object... keysAndSlots) {
        m_actions.add(newRun(++m_step, primitive, keysAndSlots));
    }

    /** A run outside of all steps; those of one time may run at once. */
    Run newRun(final int time, final Primitive primitive, final Object... keysAndSlots) {
        final List<Run.Argument> arguments = new ArrayList<>();
        for (int i = 0; i < keysAndSlots.length; i += 2) {
            if (keysAndSlots[i + 1] != null) {
                arguments.add(new Run.Argument((Integer)keysAndSlots[i], (Slot)keysAndSlots[i + 1]));
            }
        }
        if (Onednn.bytes(primitive.scratchpad()) > 0) {
            arguments.add(new Run.Argument(DNNL_ARG_SCRATCHPAD, slot(primitive.scratchpad())));
        }
        arguments.forEach(argument -> argument.slot().touch(time));
        final Run run = new Run(m_runs.size(), primitive, arguments);
        m_runs.add(run);
        return run;
    }

    /** Adds work of our own that needs these slots. */
    void call(final Action action, final Slot... slots) {
        m_step++;
        for (final Slot slot : slots) {
            slot.touch(m_step);
        }
        m_actions.add(action);
    }

    /** The same values in another layout. */
    Slot converted(final Slot slot, final dnnl_memory_desc_t layout) {
        if (Onednn.equal(slot.layout(), layout)) {
            return slot;
        }
        final Slot target = slot(layout);
        run(keep(Onednn.reorder(slot.layout(), layout)), DNNL_ARG_FROM, slot, DNNL_ARG_TO, target);
        return target;
    }

    /** Values of another type or in another layout, each times a factor. */
    void copy(final Slot from, final Slot to, final float factor) {
        run(keep(OnednnEightBit.reorder(from.layout(), to.layout(), 0, factor)), DNNL_ARG_FROM, from, DNNL_ARG_TO, to);
    }

    @Override
    public void close() {
        m_weights.close();
        m_natives.close();
    }

    private dnnl_memory_desc_t kept(final dnnl_memory_desc_t layout) {
        return m_natives.keep(layout);
    }
}
