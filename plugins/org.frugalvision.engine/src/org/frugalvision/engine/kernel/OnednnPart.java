// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_stream;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.dnnl.global.dnnl;
import org.frugalvision.engine.image.ImageShape;

/** A part that follows a {@link Plan}, in an {@link Arena} that others use at other times. */
final class OnednnPart implements Part, AutoCloseable {

    private final Plan m_plan;

    private final Arena m_arena;

    private final DenseRows m_rows;

    private final Natives m_natives = new Natives();

    private final dnnl_stream m_stream;

    private final List<dnnl_memory> m_memories = new ArrayList<>();

    private final List<dnnl_exec_arg_t> m_arguments = new ArrayList<>();

    private final ArrayOperation[] m_operations;

    private float[][] m_scratch = new float[0][];

    /** Of the arena when the memories were last told. */
    private long m_address;

    private Batch m_batch;

    private int m_number;

    private int m_first;

    private int m_images;

    OnednnPart(final Plan plan, final Arena arena, final DenseRows rows) {
        m_plan = plan;
        m_arena = arena;
        m_rows = rows;
        m_operations = new ArrayOperation[plan.graph().last() + 1];
        m_arena.grow(plan.bytes());
        m_address = arena.address();
        m_stream = m_natives.keep(Onednn.stream(), () -> dnnl.dnnl_stream_destroy(stream()));
        for (final Slot slot : plan.slots()) {
            final dnnl_memory memory = Onednn.memory(slot.layout(), at(slot, 0));
            m_memories.add(m_natives.keep(memory, () -> dnnl.dnnl_memory_destroy(memory)));
        }
        for (final Run run : plan.runs()) {
            final int count = run.arguments().size();
            final dnnl_exec_arg_t arguments = m_natives.keep(new dnnl_exec_arg_t(count));
            for (int i = 0; i < count; i++) {
                arguments.position(i).arg(run.arguments().get(i).key())
                    .memory(m_memories.get(run.arguments().get(i).slot().index()));
            }
            m_arguments.add(arguments.position(0));
        }
    }

    private dnnl_stream stream() {
        return m_stream;
    }

    /** Follows the arena, which others may have made grow since: before anything runs in it. */
    void bind() {
        if (m_address != m_arena.address()) {
            m_address = m_arena.address();
            for (final Slot slot : m_plan.slots()) {
                if (slot.where() == Slot.Where.PART) {
                    Onednn.move(m_memories.get(slot.index()), at(slot, 0));
                }
            }
        }
    }

    @Override
    public void begin(final Batch batch, final int number, final int first, final int images) {
        m_batch = batch;
        m_number = number;
        m_first = first;
        m_images = images;
        bind();
        final int size = m_plan.graph().shape(0).size();
        at(m_plan.map(0), 0).put(batch.pixels().values(), first * size, images * size);
        if (batch.outputs().containsKey(0)) {
            System.arraycopy(batch.pixels().values(), first * size, batch.outputs().get(0), first * size,
                images * size);
        }
        if (images < m_plan.images()) {
            at(m_plan.map(0), (long)images * size).put(new float[(m_plan.images() - images) * size]);
        }
    }

    @Override
    public void run(final Step step) {
        m_plan.actions(step).forEach(action -> action.run(this));
    }

    @Override
    public void putLoss(final float[] gradient) {
        put(m_plan.gradients().loss(), gradient);
    }

    @Override
    public int first() {
        return m_first;
    }

    @Override
    public int images() {
        return m_images;
    }

    int number() {
        return m_number;
    }

    void execute(final Run run) {
        Onednn.execute(run.primitive(), m_stream, run.arguments().size(), m_arguments.get(run.index()));
    }

    BatchStatistics statistics(final int place) {
        return m_batch.statistics().get(place);
    }

    ArrayBatch arrayBatch() {
        return new ArrayBatch(m_plan.images(), m_batch.place() + m_first, m_batch.mode().dropout(),
            m_batch.mode().noise());
    }

    ArrayOperation operation(final int place) {
        if (m_operations[place] == null) {
            m_operations[place] = LayerArrays.operation(m_plan.graph(), place);
        }
        return m_operations[place];
    }

    /** One of some arrays that all operations of the part use in turn, with any values. */
    float[] scratch(final int which, final int length) {
        if (m_scratch.length <= which) {
            m_scratch = Arrays.copyOf(m_scratch, which + 1);
        }
        if (m_scratch[which] == null || m_scratch[which].length < length) {
            m_scratch[which] = new float[length];
        }
        return m_scratch[which];
    }

    void keepOutput(final int place, final Slot plain) {
        final int size = m_plan.graph().shape(place).size();
        at(plain, 0).get(m_batch.outputs().get(place), m_first * size, m_images * size);
    }

    void keepInputGradient(final Slot plain) {
        final ImageShape shape = m_plan.graph().shape(0);
        at(plain, 0).get(m_batch.inputGradient(), m_first * shape.size(), m_images * shape.size());
    }

    /** Both in plain order. */
    void keepRows(final DenseGradient layer, final Slot inputs, final Slot gradient) {
        Pointer.memcpy(m_rows.inputs(layer, m_first), at(inputs, 0), (long)m_images * layer.inputs() * Float.BYTES);
        Pointer.memcpy(m_rows.gradients(layer, m_first), at(gradient, 0),
            (long)m_images * layer.units() * Float.BYTES);
    }

    float[] values(final Slot slot, final int length) {
        final float[] values = new float[length];
        get(slot, values, length);
        return values;
    }

    void get(final Slot slot, final float[] values, final int length) {
        at(slot, 0).get(values, 0, length);
    }

    void put(final Slot slot, final float[] values) {
        put(slot, values, values.length);
    }

    void put(final Slot slot, final float[] values, final int length) {
        at(slot, 0).put(values, 0, length);
    }

    /** The memory of a slot from one of its values on. */
    Floats at(final Slot slot, final long value) {
        return slot.where() == Slot.Where.PART ? m_arena.at(slot.offset() + Float.BYTES * value)
            : m_plan.weights().at(slot);
    }

    @Override
    public void close() {
        m_natives.close();
    }
}
