// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.frugalvision.engine.cost.CostLedger;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Provenance;
import org.frugalvision.engine.run.SettingsException;

/** Several networks as one. */
public final class Ensemble {

    private static final String NAME = "ensemble";

    private Ensemble() {
    }

    /**
     * A network whose scores are the means of those of its members, which all see the same image; it computes, is
     * stored and trains like any other. Its nodes are theirs, after "member1-", "member2-", ...; its prior is the mean
     * of theirs; its history and its costs are theirs together, shared work counted once. A network may be a member
     * twice. Computing costs what its members cost; making it O(weights).
     *
     * @param members at least two networks for images of one shape and the same classes in the same order
     * @return the ensemble
     * @throws SettingsException if there are fewer than two, or more weights than a network may have
     * @throws DataException if they take other images or tell other classes
     */
    public static Network of(final List<Network> members) {
        if (members.size() < 2) {
            throw new SettingsException("Networks", "must be at least 2", members.size(), "Connect another network.");
        }
        final Network first = members.get(0);
        final List<Node> nodes = new ArrayList<>();
        final List<String> scores = new ArrayList<>();
        final double[] prior = new double[first.classes().size()];
        final Set<Provenance> provenance = new LinkedHashSet<>();
        CostLedger ledger = CostLedger.empty();
        for (int i = 0; i < members.size(); i++) {
            final Network member = members.get(i);
            check(first, member, i + 1);
            final String prefix = "member" + (i + 1) + "-";
            for (final Node node : member.spec().nodes()) {
                nodes.add(new Node(prefix + node.name(), node.layer(), node.inputs().stream()
                    .map(input -> input.equals(Node.INPUT) ? input : prefix + input).toList()));
            }
            scores.add(nodes.get(nodes.size() - 1).name());
            for (int k = 0; k < prior.length; k++) {
                prior[k] += member.history().prior()[k] / members.size();
            }
            provenance.addAll(member.history().provenance());
            ledger = ledger.union(member.history().ledger());
        }
        nodes.add(new Node("mean", new Average(), scores));
        return new Network(spec(first, nodes, members.size()), first.classes(), weights(members),
            new NetworkHistory(NAME, first.labelling(), prior, List.copyOf(provenance), ledger));
    }

    private static void check(final Network first, final Network member, final int number) {
        if (!member.spec().input().equals(first.spec().input())) {
            throw new DataException("Network " + number, "it takes images of %s, but network 1 takes images of %s."
                .formatted(member.spec().input(), first.spec().input()), "Train all of them on the same images.");
        }
        if (member.labelling() != first.labelling()) {
            throw new DataException("Network " + number,
                "it and network 1 must both tell one class per image, or both several labels, but do not.",
                "Train all of them on the same images.");
        }
        if (!member.classes().equals(first.classes())) {
            throw new DataException("Network " + number, "its classes are not those of network 1 in the same order.",
                "Train all of them on the same classes.");
        }
    }

    private static NetworkSpec spec(final Network first, final List<Node> nodes, final int members) {
        try {
            return new NetworkSpec(first.spec().input(), nodes);
        } catch (IllegalArgumentException e) {
            throw new SettingsException("Networks", "must fit into one (" + e.getMessage() + ")", members,
                "Take fewer or smaller networks.");
        }
    }

    /** Nodes, and so tensors, of one member stand after those of the one before. */
    private static float[] weights(final List<Network> members) {
        final int count = members.stream().mapToInt(member -> (int)member.spec().parameters()).sum();
        final float[] weights = new float[count];
        int at = 0;
        for (final Network member : members) {
            final float[] own = member.weights();
            System.arraycopy(own, 0, weights, at, own.length);
            at += own.length;
        }
        return weights;
    }
}
