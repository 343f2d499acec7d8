// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.frugalvision.engine.network.Addition;
import org.frugalvision.engine.network.Graph;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.network.TensorShape.Role;
import org.frugalvision.engine.network.Weights;

/**
 * A residual network and the one of half its depth. In each row of residual blocks of which every one reads the one
 * before, every second block is left out; its reader reads the block before. The way back keeps what the network
 * computes: of two like blocks each computes half of what the one did, as in a step of half the length of Euler's
 * method; a block whose neighbour is not like it (it changes the size) adds nothing at first. With normalisation, two
 * halves are near the whole, not equal to it.
 */
final class ResidualDepth {

    private static final float HALF = 0.5f;

    private final NetworkSpec m_deep;

    private final Graph m_graph;

    /** The blocks that are left out, by the place of their addition. */
    private final Map<Integer, Block> m_left = new HashMap<>();

    private final NetworkSpec m_shallow;

    /**
     * A residual block.
     *
     * @param shortcut place that is added to what the branch computes
     * @param branch places of the branch, in order
     * @param last of the branch's layers with weights or a normalisation
     * @param sum place of the addition
     */
    private record Block(int shortcut, List<Integer> branch, int last, int sum) {
    }

    private ResidualDepth(final NetworkSpec deep) {
        m_deep = deep;
        m_graph = deep.graph();
        final Map<Integer, Integer> row = new HashMap<>();
        for (int place = 1; place < m_graph.last(); place++) {
            final Optional<Block> block = block(place);
            if (m_graph.layer(place) instanceof Addition) {
                final int number = block.map(b -> row.getOrDefault(b.shortcut, -1) + 1).orElse(0);
                row.put(place, number);
                if (number % 2 == 1) {
                    m_left.put(place, block.orElseThrow());
                }
            }
        }
        m_shallow = new NetworkSpec(deep.input(), kept());
    }

    /** @return the network with one of half its depth; nothing if no block can be left out */
    static Optional<ResidualDepth> halved(final NetworkSpec deep) {
        final ResidualDepth depth = new ResidualDepth(deep);
        return depth.m_left.isEmpty() ? Optional.empty() : Optional.of(depth);
    }

    NetworkSpec shallow() {
        return m_shallow;
    }

    /** @return of the weights of the deep network those that the shallow one has too */
    float[] restricted(final float[] deep) {
        final float[] shallow = new float[(int)m_shallow.parameters()];
        copy(m_deep, deep, m_shallow, shallow);
        return shallow;
    }

    /** Lets the deep network compute what the shallow one does. */
    void prolong(final float[] shallow, final Weights deep) {
        copy(m_shallow, shallow, m_deep, deep.values());
        for (final Block block : m_left.values()) {
            final Optional<Block> before = block(block.shortcut).filter(b -> alike(b, block));
            if (before.isPresent()) {
                for (int i = 0; i < block.branch.size(); i++) {
                    copy(before.get().branch.get(i), block.branch.get(i), deep.values());
                }
                scale(before.get(), HALF, deep.values());
                scale(block, HALF, deep.values());
            } else {
                scale(block, 0, deep.values());
            }
        }
    }

    /** A block whose input is added to what its branch computes. */
    private Optional<Block> block(final int place) {
        if (place == 0 || !(m_graph.layer(place) instanceof Addition) || m_graph.inputs(place).size() != 2) {
            return Optional.empty();
        }
        for (int way = 0; way < 2; way++) {
            final int shortcut = m_graph.inputs(place).get(way);
            final Set<Integer> branch = new TreeSet<>();
            int last = m_graph.inputs(place).get(1 - way);
            if (collect(last, shortcut, branch) && closed(branch, place)) {
                while (branch.contains(last) && m_graph.tensors(last).isEmpty()) {
                    last = m_graph.inputs(last).get(0);
                }
                if (branch.contains(last)) {
                    return Optional.of(new Block(shortcut, List.copyOf(branch), last, place));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether all ways back from a place end at the shortcut. */
    private boolean collect(final int place, final int shortcut, final Set<Integer> branch) {
        if (place == shortcut || branch.contains(place)) {
            return true;
        }
        if (place < shortcut) {
            return false;
        }
        branch.add(place);
        return m_graph.inputs(place).stream().allMatch(input -> collect(input, shortcut, branch));
    }

    /** Whether nobody else reads what the branch computes. */
    private boolean closed(final Set<Integer> branch, final int sum) {
        return !branch.isEmpty() && branch.stream().allMatch(
            place -> m_graph.readers(place).stream().allMatch(reader -> reader == sum || branch.contains(reader)));
    }

    private List<Node> kept() {
        final Set<Integer> gone = new HashSet<>();
        final Map<String, String> instead = new HashMap<>();
        for (final Block block : m_left.values()) {
            gone.addAll(block.branch);
            gone.add(block.sum);
            instead.put(m_graph.name(block.sum), m_graph.name(block.shortcut));
        }
        final List<Node> kept = new ArrayList<>();
        for (int place = 1; place <= m_graph.last(); place++) {
            if (!gone.contains(place)) {
                final Node node = m_graph.node(place);
                kept.add(new Node(node.name(), node.layer(),
                    node.inputs().stream().map(name -> instead.getOrDefault(name, name)).toList()));
            }
        }
        return kept;
    }

    /** Whether both branches have the same layers of the same sizes. */
    private boolean alike(final Block one, final Block other) {
        if (one.branch.size() != other.branch.size()) {
            return false;
        }
        for (int i = 0; i < one.branch.size(); i++) {
            final int a = one.branch.get(i);
            final int b = other.branch.get(i);
            if (!m_graph.layer(a).equals(m_graph.layer(b)) || !m_graph.inputShapes(a).equals(m_graph.inputShapes(b))) {
                return false;
            }
        }
        return true;
    }

    /** Multiplies what a branch computes. */
    private void scale(final Block block, final float factor, final float[] weights) {
        for (final Tensor tensor : m_graph.tensors(block.last)) {
            if (tensor.shape().role().learned()) {
                for (int i = tensor.offset(); i < tensor.end(); i++) {
                    weights[i] *= factor;
                }
            }
        }
    }

    private void copy(final int from, final int to, final float[] weights) {
        for (int t = 0; t < m_graph.tensors(from).size(); t++) {
            final Tensor source = m_graph.tensors(from).get(t);
            System.arraycopy(weights, source.offset(), weights, m_graph.tensors(to).get(t).offset(), source.length());
        }
    }

    /** The tensors that both have. */
    private static void copy(final NetworkSpec from, final float[] source, final NetworkSpec to,
        final float[] target) {
        final Map<String, Integer> offsets = new HashMap<>();
        to.tensors().forEach(tensor -> offsets.put(key(tensor.node(), tensor.shape().role()), tensor.offset()));
        for (final Tensor tensor : from.tensors()) {
            final Integer offset = offsets.get(key(tensor.node(), tensor.shape().role()));
            if (offset != null) {
                System.arraycopy(source, tensor.offset(), target, offset, tensor.length());
            }
        }
    }

    private static String key(final String node, final Role role) {
        return node + "/" + role;
    }
}
