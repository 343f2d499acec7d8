// SPDX-License-Identifier: Apache-2.0

import java.util.List;
import java.util.stream.Stream;

/** What is tried, each where it should help. */
final class MethodCases {

    static final List<MethodCase> ALL = Stream.of(
        of("imbalanced", "none", "@balanced", "two-phase", "class-balanced-batches", "logit-adjustment", "ldam",
            "ldam margin=2 deferral=1", "focal-loss"),
        of("noisy", "none", "rho-loss share=0.3 judge=halves judgeEpochs=3", "rho-loss share=0.3 by=loss",
            "rho-loss share=0.3 by=chance", "label-smoothing smoothing=0.3"),
        of("sources", "none", "lap rate=0.02 history=10"),
        of("clean", "none", "resizemix", "cosine-loss", "cosine-loss crossEntropy=0", "layer-freezing", "data-schedule",
            "data-schedule schedule=increment increment=0.1", "data-schedule schedule=cut",
            "data-schedule schedule=window first=easy", "label-smoothing spread=others", "label-smoothing until=0.7",
            "swa start=0.5", "entropy-sgd", "@schedule one-cycle", "@schedule cosine",
            "@updater nesterov momentum=0.9 rate=0.02", "@updater sgd rate=0.1", "@updater adamw rate=0.001",
            "@updater lamb rate=0.01", "@updater lars rate=1", "entropy-sgd + @updater nesterov momentum=0.9 rate=0.02",
            "label-smoothing", "mixup", "cutmix", "random-erasing", "augmentation",
            "batch-augmentation copies=2 + random-erasing", "focal-loss", "sharpness-aware", "weight-average",
            "adversarial-training epsilon=0.05 stepSize=0.06 warmUpEpochs=3", "replicated-sgd", "@schedule cyclical",
            "background-swap", "@network dropout=0.5", "@network maps=0.1 pattern=CHANNELS",
            "@network maps=0.1 pattern=BLOCKS block=3", "@network maps=0.1 pattern=LARGEST"),
        deep("progressive-depth", "progressive-depth share=0.3", "@network depth=0.2", "resolution-schedule",
            "channel-sparsity"))
        .flatMap(List::stream).toList();

    private MethodCases() {
    }

    /** With residual blocks. */
    private static List<MethodCase> deep(final String... texts) {
        return Stream.of(texts).map(text -> new MethodCase("clean", "resnet14", text)).toList();
    }

    private static List<MethodCase> of(final String scenario, final String... texts) {
        return Stream.of(texts).map(text -> new MethodCase(scenario, "lenet", text)).toList();
    }
}
