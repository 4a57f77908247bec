# The same work as ./skills bench statistics does, on the same data, in R.
#   Rscript bench/statistics.R FOLDER
# FOLDER/tasks.txt holds one method/data a line and FOLDER/method-data.csv its data; a line
# "method/data<TAB>seconds<TAB>processor seconds<TAB>numbers" goes to FOLDER/r.tsv for each: of warm
# runs, the clock's median and the processor's mean.
# versions.txt gets the version of R and of each package.
suppressPackageStartupMessages({
  library(lme4); library(lmerTest); library(pbkrtest); library(lavaan); library(psych)
  library(mice); library(clubSandwich); library(geepack); library(nlme); library(boot)
})
folder <- commandArgs(TRUE)[1]

predictors <- function(d) grep("^x[0-9]+$", names(d), value = TRUE)
items <- function(d) d[grep("^v[0-9]+$", names(d), value = TRUE)]
sum_of <- function(d, more = NULL) as.formula(paste("y ~", paste(c(predictors(d), more), collapse = " + ")))
# Estimate, standard error and perhaps degrees of freedom of each coefficient.
table_of <- function(m) as.vector(t(m))

methods <- list(
  mixed = function(d) {
    f <- sum_of(d, "(1 | g)")
    function() table_of(coef(summary(lmerTest::lmer(f, d)))[, 1:3])
  },
  slopes = function(d) {
    f <- sum_of(d, "(1 + x1 | g)")
    function() table_of(coef(summary(lmerTest::lmer(f, d)))[, 1:3])
  },
  kenwardroger = function(d) {
    f <- sum_of(d, "(1 | g)")
    function() table_of(coef(summary(lmerTest::lmer(f, d), ddf = "Kenward-Roger"))[, 1:3])
  },
  # No degrees of freedom: nlme has none that fit.
  mmrm = function(d) {
    f <- sum_of(d)
    function() {
      fit <- nlme::gls(f, d, correlation = corSymm(form = ~ visit | id), weights = varIdent(form = ~ 1 | visit))
      table_of(summary(fit)$tTable[, 1:2])
    }
  },
  gee = function(d) {
    f <- sum_of(d)
    d$g <- as.integer(factor(d$g, levels = unique(d$g)))
    d <- d[order(d$g), ]
    function() table_of(as.matrix(summary(geepack::geeglm(f, binomial, d, id = g, corstr = "exchangeable"))$coefficients[, 1:2]))
  },
  cr2 = function(d) {
    f <- sum_of(d)
    function() {
      t <- clubSandwich::coef_test(lm(f, d), vcov = "CR2", cluster = d$g, test = "Satterthwaite")
      table_of(cbind(t$beta, t$SE, t$df_Satt))
    }
  },
  onefactor = function(d) {
    d <- items(d)
    f <- paste("f =~", paste(names(d), collapse = " + "))
    function() {
      e <- parameterEstimates(lavaan::cfa(f, d, std.lv = TRUE))
      l <- e[e$op == "=~", ]
      c(l$est, l$se)
    }
  },
  invariance = function(d) {
    f <- paste("f =~", paste(names(items(d)), collapse = " + "))
    equal <- list("", "loadings", c("loadings", "intercepts"), c("loadings", "intercepts", "residuals"))
    function() sapply(equal, function(e) unname(fitMeasures(lavaan::cfa(f, d, group = "group", std.lv = TRUE, group.equal = e), "chisq")))
  },
  wlsmv = function(d) {
    d <- items(d)
    f <- paste("f =~", paste(names(d), collapse = " + "))
    function() {
      fit <- lavaan::cfa(f, d, std.lv = TRUE, ordered = names(d), estimator = "WLSMV")
      e <- parameterEstimates(fit)
      l <- e[e$op == "=~", ]
      c(l$est, l$se, unname(fitMeasures(fit, "chisq.scaled")))
    }
  },
  polychoric = function(d) {
    d <- items(d)
    function() as.vector(psych::polychoric(d, correct = 0, progress = FALSE)$rho)
  },
  reliability = function(d) {
    d <- items(d)
    function() suppressWarnings(psych::alpha(d)$total$raw_alpha)
  },
  imputation = function(d) imputed(d, "norm"),
  matching = function(d) imputed(d, "pmm"),
  fiml = function(d) {
    f <- paste("v1 ~", paste(setdiff(names(items(d)), "v1"), collapse = " + "))
    function() {
      e <- parameterEstimates(lavaan::sem(f, d, missing = "fiml", fixed.x = FALSE, meanstructure = TRUE))
      p <- rbind(e[e$op == "~1" & e$lhs == "v1", ], e[e$op == "~", ])
      table_of(cbind(p$est, p$se))
    }
  },
  bootstrap = function(d) {
    x <- cbind(1, as.matrix(d[predictors(d)]))
    y <- d$y
    function() {
      b <- boot::boot(y, function(y, i) .lm.fit(x[i, ], y[i])$coefficients[3], 2000)
      boot::boot.ci(b, type = "bca")
      c(b$t0, sd(b$t), quantile(b$t, c(.025, .975)))
    }
  },
  # In base R: fwildclusterboot is not in Debian. All draws in one matrix product.
  wild = function(d) {
    x <- cbind(1, as.matrix(d[predictors(d)]))
    g <- as.integer(factor(d$g))
    n <- nrow(x); p <- ncol(x); k <- max(g)
    function() {
      m <- solve(crossprod(x))
      null <- lm.fit(x[, -3, drop = FALSE], d$y)
      statistic <- function(y) {
        b <- m %*% crossprod(x, y)
        e <- y - x %*% b
        s <- rowsum(as.vector(x %*% m[, 3]) * e, g)
        t(rbind(b[3, ], b[3, ] / sqrt(k / (k - 1) * (n - 1) / (n - p) * colSums(s^2))))
      }
      own <- statistic(d$y)
      signs <- if (k <= 12) t(as.matrix(expand.grid(rep(list(c(-1, 1)), k)))) else matrix(sample(c(-1, 1), k * 2000, TRUE), k)
      t <- statistic(null$fitted.values + signs[g, ] * null$residuals)[, 2]
      c(own, mean(abs(t) >= abs(own[2]) * (1 - 1e-10)))
    }
  },
  permutation = function(d) {
    function() {
      r <- lm(y ~ x1, d)$residuals
      v <- tapply(r, d$g, mean)
      arm <- tapply(d$x2, d$g, mean)
      k <- sum(arm)
      gap <- function(s) s / k - (sum(v) - s) / (length(v) - k)
      own <- gap(sum(v[arm == 1]))
      all <- gap(colSums(matrix(v[combn(length(v), k)], k)))
      c(own, mean(abs(all) >= abs(own) - 1e-12))
    }
  },
  # In base R, of three regressions.
  instrument = function(d) {
    function() {
      first <- lm(use ~ x1 + x2, d)
      x <- cbind(1, d$x1, d$use); z <- cbind(1, d$x1, fitted(first))
      n <- nrow(x); df <- n - 3
      bread <- solve(crossprod(z))
      b <- bread %*% crossprod(z, d$y)
      e <- as.vector(d$y - x %*% b)
      hc0 <- sqrt((bread %*% crossprod(z * e) %*% bread)[3, 3])
      w <- cbind(1, d$x1)
      my <- lm.fit(w, d$y)$residuals; md <- lm.fit(w, d$use)$residuals; mz <- lm.fit(w, d$x2)$residuals
      q <- qf(.95, 1, df); s <- q / (df + q); zz <- sum(mz^2)
      a <- sum(mz * md)^2 / zz - s * sum(md^2)
      h <- sum(mz * md) * sum(mz * my) / zz - s * sum(md * my)
      c0 <- sum(mz * my)^2 / zz - s * sum(my^2)
      set <- if (a > 0) (h + c(-1, 1) * sqrt(h^2 - a * c0)) / a else c(0, 0)
      f <- coef(summary(first))["x2", "t value"]^2
      hausman <- coef(summary(lm(y ~ x1 + use + resid(first), d)))[4, "t value"]
      c(b[3], sqrt(sum(e^2) / df * bread[3, 3]), f, hc0, set, hausman)
    }
  }
)

imputed <- function(d, method) {
  d <- items(d)
  function() {
    done <- mice::mice(d, m = 50, maxit = 10, method = method, printFlag = FALSE)
    rowMeans(sapply(1:50, function(i) colMeans(mice::complete(done, i))))
  }
}

# Once to warm up; then five runs, or as many as go into a second; one when it takes over two.
timed <- function(work) {
  once <- function() {
    start <- c(as.numeric(Sys.time()), sum(proc.time()[c(1, 2, 4, 5)]))
    work()
    c(as.numeric(Sys.time()), sum(proc.time()[c(1, 2, 4, 5)])) - start
  }
  set.seed(20261125)
  values <- work()
  first <- once()
  t <- if (first[1] > 2) cbind(first) else replicate(max(5, min(200, floor(1 / max(first[1], 1e-4)))), once())
  # The processor's clock ticks in thousandths: its mean, not its median.
  list(seconds = median(t[1, ]), processor = mean(t[2, ]), values = values)
}

out <- file(file.path(folder, "r.tsv"), "w")
for (name in readLines(file.path(folder, "tasks.txt"))) {
  method <- sub("/.*", "", name)
  d <- read.csv(file.path(folder, paste0(sub("/", "-", name), ".csv")))
  if (!is.null(d$g)) d$g <- factor(d$g, levels = unique(d$g))
  if (!is.null(d$id)) d$id <- factor(d$id, levels = unique(d$id))
  result <- tryCatch(suppressMessages(suppressWarnings(timed(methods[[method]](d)))), error = function(e) {
    message(name, ": ", conditionMessage(e))
    NULL
  })
  if (is.null(result)) next
  cat(name, "\t", format(result$seconds, digits = 6), "\t", format(result$processor, digits = 6), "\t", paste(format(result$values, digits = 15, trim = TRUE), collapse = " "), "\n", sep = "", file = out)
  flush(out)
  message(sprintf("R %-28s %9.4f s", name, result$seconds))
}
close(out)
packages <- c("lme4", "lmerTest", "pbkrtest", "lavaan", "psych", "mice", "clubSandwich", "geepack", "nlme", "boot")
writeLines(c(R.version.string, paste(packages, sapply(packages, function(p) as.character(packageVersion(p)))), paste("BLAS", basename(extSoftVersion()[["BLAS"]]))), file.path(folder, "versions.txt"))
