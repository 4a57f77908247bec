#!/usr/bin/env Rscript
# Computes the results of this study again, from the files beside this one, and compares.
# Run it in this folder: Rscript analysis.R
# Needs R 4 only. With lme4, lmerTest, pbkrtest and lavaan it checks the models of those as well.
# Ends with exit code 1 when a number differs.

options(digits = 15, stringsAsFactors = FALSE)
if (length(at <- grep("^--file=", commandArgs(), value = TRUE)) == 1)
  setwd(dirname(normalizePath(sub("^--file=", "", at))))

read <- function(file)
  read.csv(file, colClasses = "character", na.strings = "", encoding = "UTF-8",
           fileEncoding = "UTF-8", check.names = FALSE)
has <- function(...) all(vapply(c(...), requireNamespace, TRUE, quietly = TRUE))

# ---- What was asked -----------------------------------------------------------------------------

settings <- read("settings.csv")
setting <- function(part) {
  some <- settings[settings$part == part, ]
  setNames(some$value, some$name)
}
waves <- unname(setting("wave"))
first <- setting("analysis")[["first"]]
last <- setting("analysis")[["last"]]
scale_spec <- lapply(strsplit(setting("scale"), "|", fixed = TRUE), function(s)
  list(k = as.integer(s[1]), reversed = as.integer(strsplit(s[2], " ")[[1]]),
       lowest = as.integer(s[3]), highest = as.integer(s[4]), min = as.integer(s[5])))
outcomes <- strsplit(setting("outcome"), "|", fixed = TRUE)
scales <- names(outcomes)
primary <- scales[vapply(outcomes, `[`, "", 1) == "1"]
smallest <- vapply(outcomes, function(o) as.numeric(o[2]), 0)
predictors <- unname(setting("predictor"))

number <- function(wave) sub("^[Tt]([0-9]+)$", "\\1", wave)
named <- function(wave) ifelse(grepl("^[0-9]+$", wave), paste0("T", wave), wave)
column <- function(scale, wave) paste0(scale, ".", number(wave))

people <- read("participants.csv")
answers <- read("responses.csv")
n <- nrow(people)
num <- function(x) suppressWarnings(as.numeric(x))
offered <- num(people$offered)
user <- num(people$user)
age <- num(people$age)
gender <- people$gender
sessions <- num(people$sessions)
minutes <- num(people$minutes)
cluster <- ifelse(is.na(people$class), "",
                  ifelse(is.na(people$school), people$class,
                         paste0(people$school, "/", people$class)))
has_classes <- any(!is.na(people$class))
has_age <- length(unique(age)) > 1
has_gender <- length(unique(gender[!is.na(gender)])) > 1

sheet <- function(wave) match(people$id, answers$id[answers$wave == wave])
answered <- function(wave) !is.na(sheet(wave))
keyed <- function(scale, wave) {
  s <- scale_spec[[scale]]
  some <- answers[answers$wave == wave, , drop = FALSE]
  x <- vapply(seq_len(s$k), function(i) {
    v <- num(some[[paste0(scale, "_", i)]])[sheet(wave)]
    if (i %in% s$reversed) s$lowest + s$highest - v else v
  }, numeric(n))
  matrix(x, n, s$k)
}
score <- function(scale, wave) {
  x <- keyed(scale, wave)
  ifelse(rowSums(!is.na(x)) >= scale_spec[[scale]]$min, rowMeans(x, na.rm = TRUE), NA)
}
before <- function(scale) score(scale, first)
after <- function(scale) score(scale, last)

# ---- Bookkeeping --------------------------------------------------------------------------------

found <- new.env()
found$rows <- list()
found$left <- list()
put <- function(case, path, value) {
  if (is.list(value)) {
    keys <- names(value)
    for (i in seq_along(value))
      put(case, paste0(path, "/", if (is.null(keys)) i - 1 else keys[i]), value[[i]])
  } else if (is.matrix(value)) {
    for (i in seq_len(nrow(value))) put(case, paste0(path, "/", i - 1), as.vector(value[i, ]))
  } else if (length(value) == 1 && is.null(names(value)))
    found$rows[[length(found$rows) + 1]] <- list(case, path, as.numeric(value))
  else put(case, path, as.list(value))
}
# A vector that is a list in the results even when it has one element.
each <- function(x) as.list(unname(x))
compute <- function(case, what) {
  tryCatch(suppressMessages(suppressWarnings(put(case, "", what()))),
           error = function(e) found$left[[case]] <- conditionMessage(e))
  invisible()
}
within_case <- function(expr) tryCatch(expr, error = function(e) list())

# ---- Groups -------------------------------------------------------------------------------------

ncp <- function(t, df, p)
  uniroot(function(d) pt(t, df, d) - p, t + c(-1, 1) * (8 + abs(t)), extendInt = "yes",
          tol = 1e-12)$root
two <- function(x, y) {
  x <- x[!is.na(x)]; y <- y[!is.na(y)]
  n1 <- length(x); n2 <- length(y); df <- n1 + n2 - 2
  t1 <- t.test(x, y); t2 <- t.test(x, y, var.equal = TRUE)
  diff <- mean(x) - mean(y)
  d <- diff / sqrt(((n1 - 1) * var(x) + (n2 - 1) * var(y)) / df)
  size <- sqrt(1 / n1 + 1 / n2)
  j <- exp(lgamma(df / 2) - lgamma((df - 1) / 2)) / sqrt(df / 2)
  ci <- c(ncp(d / size, df, .975), ncp(d / size, df, .025)) * size
  se <- j * sqrt(1 / n1 + 1 / n2 + d^2 / (2 * (n1 + n2)))
  w <- wilcox.test(x, y, exact = FALSE, correct = TRUE)
  u <- unname(w$statistic)
  a <- anova(lm(c(abs(x - median(x)), abs(y - median(y))) ~ rep(1:2, c(n1, n2))))
  test <- function(t) list(t = unname(t$statistic), df = unname(t$parameter), p = t$p.value,
                           ci95 = each(t$conf.int[1:2]))
  list(n = each(c(n1, n2)), mean = each(c(mean(x), mean(y))), sd = each(c(sd(x), sd(y))),
       median = each(c(median(x), median(y))), diff = diff, welch = test(t1), student = test(t2),
       mann_whitney = list(U = u, p_normal_cc = w$p.value, rank_biserial = 2 * u / (n1 * n2) - 1,
                           prob_superiority = u / (n1 * n2)),
       brown_forsythe = list(F = a$`F value`[1], p = a$`Pr(>F)`[1]),
       cohen_d = d, hedges_J_exact = j, hedges_g = j * d,
       hedges_g_J_approx = (1 - 3 / (4 * df - 1)) * d, cohen_d_ci95_noncentral_t = each(ci),
       hedges_g_ci95_noncentral_t = each(j * ci), hedges_g_se_largesample = se,
       hedges_g_ci95_wald = each(j * d + c(-1, 1) * qnorm(.975) * se),
       glass_delta = diff / sd(y))
}
paired <- function(a, b) {
  ok <- !is.na(a) & !is.na(b); a <- a[ok]; b <- b[ok]
  t <- t.test(b, a, paired = TRUE)
  w <- wilcox.test(b, a, paired = TRUE, exact = FALSE, correct = TRUE)
  list(n = length(a), mean_change = mean(b - a), sd_change = sd(b - a),
       t = unname(t$statistic), df = unname(t$parameter), p = t$p.value,
       ci95 = each(t$conf.int[1:2]), dz = mean(b - a) / sd(b - a),
       d_av = mean(b - a) / ((sd(a) + sd(b)) / 2), r_pre_post = cor(a, b),
       wilcoxon_V = unname(w$statistic), wilcoxon_p_normal_cc = w$p.value)
}
is1 <- function(x, v) !is.na(x) & x == v

# ---- Measurement --------------------------------------------------------------------------------

alpha_of <- function(v) ncol(v) / (ncol(v) - 1) * (1 - sum(diag(v)) / sum(v))
reliability <- function(scale, wave) {
  x <- na.omit(keyed(scale, wave)[answered(wave), , drop = FALSE])
  n <- nrow(x); k <- ncol(x); v <- cov(x); r <- cor(x); total <- rowSums(x); a <- alpha_of(v)
  off <- v; diag(off) <- 0
  odd <- rowSums(x[, seq(1, k, 2), drop = FALSE]); even <- rowSums(x[, seq(2, k, 2), drop = FALSE])
  half <- cor(odd, even)
  f <- qf(c(.975, .025), n - 1, (n - 1) * (k - 1))
  smc <- 1 - 1 / diag(solve(r))
  list(n = n, k = k, item_mean = each(colMeans(x)), item_sd = each(apply(x, 2, sd)),
       total_mean = mean(total), total_sd = sd(total), alpha = a, alpha_std = alpha_of(r),
       alpha_ci95_feldt = each(1 - (1 - a) * f),
       alpha_if_deleted = each(vapply(1:k, function(j) alpha_of(v[-j, -j]), 0)),
       item_total_r = each(vapply(1:k, function(j) cor(x[, j], total), 0)),
       item_rest_r = each(vapply(1:k, function(j) cor(x[, j], total - x[, j]), 0)),
       mean_interitem_r = mean(r[lower.tri(r)]),
       lambda2 = (sum(off) + sqrt(k / (k - 1) * sum(off^2))) / sum(v),
       lambda6_smc = 1 - sum(diag(v) * (1 - smc)) / sum(v),
       split_half_odd_even_r = half, split_half_spearman_brown = 2 * half / (1 + half),
       split_half_guttman = 2 * (1 - (var(odd) + var(even)) / var(total)),
       sem_alpha = sd(total) * sqrt(1 - a),
       rci95_needed_difference = 1.96 * sqrt(2) * sd(total) * sqrt(1 - a))
}
# The factor points the way of item 1 as it is asked.
turned <- function(scale, x) {
  s <- scale_spec[[scale]]
  if (1 %in% s$reversed) s$lowest + s$highest - x else x
}
invariance <- function(scale) {
  if (!has("lavaan")) stop("needs lavaan")
  both <- answered(first) & answered(last)
  d <- as.data.frame(turned(scale, cbind(keyed(scale, first), keyed(scale, last)))[both, ])
  d <- na.omit(d)
  k <- ncol(d) / 2
  names(d) <- c(paste0("a", 1:k), paste0("b", 1:k))
  model <- function(level) {
    l <- if (level > 0) paste0("l", 1:k, "*") else rep("", k)
    i <- paste0("i", 1:k, "*")
    paste(c(
      paste0("f1 =~ ", if (level == 0) "NA*a1 + " else "",
             paste0(if (level > 0) paste0("c(NA)*a1 + ") else "",
                    paste0(l, "a", 1:k, collapse = " + "))),
      paste0("f2 =~ ", if (level == 0) "NA*b1 + " else "NA*b1 + ",
             paste0(l, "b", 1:k, collapse = " + ")),
      "f1 ~~ 1*f1", if (level == 0) "f2 ~~ 1*f2" else "f2 ~~ NA*f2", "f1 ~~ f2",
      paste0("a", 1:k, " ~~ b", 1:k),
      if (level == 2) c(paste0("a", 1:k, " ~ ", i, "1"), paste0("b", 1:k, " ~ ", i, "1"))
      else c(paste0("a", 1:k, " ~ 1"), paste0("b", 1:k, " ~ 1")),
      "f1 ~ 0*1", if (level == 2) "f2 ~ NA*1" else "f2 ~ 0*1"), collapse = "\n")
  }
  fits <- lapply(0:2, function(level) lavaan::lavaan(model(level), d, auto.var = TRUE))
  measures <- c("chisq", "df", "pvalue", "cfi", "rmsea", "srmr", "logl")
  fit <- lapply(fits, function(f) as.list(lavaan::fitMeasures(f, measures)))
  names(fit) <- c("configural", "metric", "scalar")
  e <- lavaan::parameterEstimates(fits[[3]])
  mean2 <- e[e$lhs == "f2" & e$op == "~1", ]
  list(n = nrow(d), fit = fit,
       latent_mean_change = list(est = mean2$est, se = mean2$se, p = mean2$pvalue))
}
ordinal <- function(scale, wave) {
  if (!has("lavaan")) stop("needs lavaan")
  d <- as.data.frame(na.omit(keyed(scale, wave)[answered(wave), , drop = FALSE]))
  names(d) <- paste0("x", seq_along(d))
  r <- lavaan::lavCor(d, ordered = names(d))
  r <- matrix(as.numeric(r), ncol(d))
  f <- factanal(covmat = list(cov = r, n.obs = nrow(d)), factors = 1,
                control = list(opt = list(factr = 1e3)))
  l <- abs(as.vector(f$loadings))
  w <- lavaan::cfa(paste("f =~", paste(names(d), collapse = " + ")), d, ordered = names(d),
                   std.lv = TRUE, estimator = "WLSMV")
  e <- lavaan::parameterEstimates(w)
  e <- e[e$op == "=~", ]
  fm <- lavaan::fitMeasures(w, c("chisq", "df", "chisq.scaled", "df.scaled", "pvalue.scaled",
                                 "chisq.scaling.factor", "cfi.scaled", "tli.scaled",
                                 "rmsea.scaled", "srmr"))
  list(n = nrow(d),
       thresholds = unname(lapply(d, function(x) each(qnorm(head(cumsum(table(x)), -1) / length(x))))),
       polychoric = r, eigenvalues = each(eigen(r)$values), alpha_raw = alpha_of(cov(d)),
       ordinal_alpha = alpha_of(r), ml_loadings = each(l),
       ordinal_omega = sum(l)^2 / (sum(l)^2 + sum(1 - l^2)),
       wlsmv = list(loading = each(e$est), loading_se = each(e$se), fit = as.list(fm)))
}

# ---- Regression ---------------------------------------------------------------------------------

# Least squares with heteroskedasticity-robust errors; weights as in weighted least squares.
ols <- function(x, y, w = rep(1, length(y))) {
  ok <- complete.cases(x, y, w)
  x <- x[ok, , drop = FALSE] * sqrt(w[ok]); y <- y[ok] * sqrt(w[ok])
  b <- solve(crossprod(x)); beta <- drop(b %*% crossprod(x, y)); e <- drop(y - x %*% beta)
  h <- rowSums((x %*% b) * x); n <- nrow(x); df <- n - ncol(x)
  hc <- function(u) { m <- b %*% crossprod(x * u) %*% b; sqrt(diag(m)) }
  list(b = beta, n = n, df = df, e = e, x = x, y = y, rows = which(ok), inverse = b,
       sigma = sqrt(sum(e^2) / df), se = sqrt(diag(b) * sum(e^2) / df), hc0 = hc(e),
       hc1 = hc(e) * sqrt(n / df), hc2 = hc(e / sqrt(1 - h)), hc3 = hc(e / (1 - h)))
}
p_t <- function(t, df) 2 * pt(-abs(t), df)
model <- function(f) {
  y <- f$y; rss <- sum(f$e^2); tss <- sum((y - mean(y))^2); k <- length(f$b)
  ll <- -f$n / 2 * (log(2 * pi * rss / f$n) + 1)
  q <- qt(.975, f$df)
  list(n = f$n, df_residual = f$df, r2 = 1 - rss / tss,
       adj_r2 = 1 - (rss / f$df) / (tss / (f$n - 1)), sigma = f$sigma, loglik = ll,
       aic = -2 * ll + 2 * (k + 1), bic = -2 * ll + log(f$n) * (k + 1),
       coef = lapply(seq_len(k), function(i) list(
         b = f$b[[i]], se = f$se[[i]], t = f$b[[i]] / f$se[[i]],
         p = p_t(f$b[[i]] / f$se[[i]], f$df), ci_low = f$b[[i]] - q * f$se[[i]],
         ci_high = f$b[[i]] + q * f$se[[i]], se_hc0 = f$hc0[[i]], se_hc1 = f$hc1[[i]],
         se_hc2 = f$hc2[[i]], se_hc3 = f$hc3[[i]], t_hc3 = f$b[[i]] / f$hc3[[i]],
         p_hc3 = p_t(f$b[[i]] / f$hc3[[i]], f$df), ci_low_hc3 = f$b[[i]] - q * f$hc3[[i]],
         ci_high_hc3 = f$b[[i]] + q * f$hc3[[i]])))
}
by_use <- function(scale) ols(cbind(1, before(scale), user), after(scale))
hc3_p <- function(f, i) p_t(f$b[[i]] / f$hc3[[i]], f$df)
ancova <- function(scale) {
  f <- by_use(scale)
  pre <- before(scale)[f$rows]; post <- after(scale)[f$rows]; u <- user[f$rows]
  s <- function(x, g) x[u == g]
  n1 <- sum(u == 1); n0 <- sum(u == 0)
  sd <- sqrt(((n1 - 1) * var(s(pre, 1)) + (n0 - 1) * var(s(pre, 0))) / (n1 + n0 - 2))
  cp <- 1 - 3 / (4 * (n1 + n0 - 2) - 1)
  q <- qt(.975, f$df)
  c(model(f), list(
    b_over_pooled_pre_sd = f$b[[3]] / sd,
    ci_hc3_over_pooled_pre_sd = each((f$b[[3]] + c(-1, 1) * q * f$hc3[[3]]) / sd),
    morris = list(d_ppc2 = cp * (mean(s(post, 1)) - mean(s(pre, 1)) -
                                   mean(s(post, 0)) + mean(s(pre, 0))) / sd,
                  cP = cp, sd_pre_pooled = sd),
    adjusted_means = lapply(0:1, function(g) {
      a <- c(1, mean(pre), g); m <- sum(a * f$b)
      se <- f$sigma * sqrt(drop(t(a) %*% f$inverse %*% a))
      list(emmean = m, SE = se, df = f$df, lower.CL = m - q * se, upper.CL = m + q * se)
    })))
}
# Errors that hold within classes: CR1, and CR2 with Satterthwaite's degrees of freedom
# (Pustejovsky and Tipton 2018), for independent persons as the working model.
clustered <- function(f, class) {
  g <- unique(class); x <- f$x; b <- f$inverse
  h <- x %*% b %*% t(x); i <- diag(f$n)
  parts <- lapply(g, function(name) {
    at <- which(class == name)
    v <- eigen(i[at, at] - h[at, at], symmetric = TRUE)
    root <- v$vectors %*% (ifelse(v$values > 1e-12, 1 / sqrt(pmax(v$values, 1e-300)), 0) *
                             t(v$vectors))
    list(at = at, ax = root %*% x[at, , drop = FALSE])
  })
  sum1 <- Reduce(`+`, lapply(parts, function(p) {
    s <- crossprod(x[p$at, , drop = FALSE], f$e[p$at]); s %*% t(s) }))
  sum2 <- Reduce(`+`, lapply(parts, function(p) {
    s <- crossprod(p$ax, f$e[p$at]); s %*% t(s) }))
  se2 <- sqrt(diag(b %*% sum2 %*% b))
  df <- vapply(seq_along(f$b), function(j) {
    w <- sapply(parts, function(p) (i - h)[, p$at, drop = FALSE] %*% (p$ax %*% b[, j]))
    m <- crossprod(w)
    sum(diag(m))^2 / sum(m^2)
  }, 0)
  m <- length(g)
  list(clusters = m, df = df, se2 = se2, p = p_t(f$b / se2, df),
       se1 = sqrt(diag(b %*% sum1 %*% b) * m / (m - 1)))
}
as_offered <- function(scale) {
  f <- ols(cbind(1, before(scale), offered), after(scale))
  result <- model(f)
  if (has_classes) result$cluster <- within_case({
    c <- clustered(f, cluster[f$rows])
    list(n_clusters = c$clusters, se_cr1 = each(c$se1), se_cr2 = each(c$se2),
         df_satt = each(c$df), p_satt = each(c$p))
  })
  result
}
all_waves <- function(scale) {
  if (!has("lme4", "lmerTest")) stop("needs lme4 and lmerTest")
  d <- do.call(rbind, lapply(waves, function(w) data.frame(
    id = people$id, wave = number(w), user = user, y = score(scale, w))))
  d <- na.omit(d)
  d$wave <- relevel(factor(d$wave), number(first)); d$user <- factor(d$user)
  f <- lmerTest::lmer(y ~ wave * user + (1 | id), d, REML = TRUE)
  s <- coef(summary(f)); v <- as.data.frame(lme4::VarCorr(f)); a <- anova(f)
  ll <- as.numeric(logLik(f))
  list(n = nrow(d), groups = list(id = length(unique(d$id))), loglik = ll, aic = AIC(f),
       bic = BIC(f),
       fixed = lapply(seq_len(nrow(s)), function(i) list(
         b = s[i, 1], se = s[i, 2], df_satterthwaite = s[i, 3], t = s[i, 4], p = s[i, 5])),
       random = lapply(1:2, function(i) list(vcov = v$vcov[i], sdcor = v$sdcor[i])),
       anova_satterthwaite = lapply(seq_len(nrow(a)), function(i) list(
         num_df = a$NumDF[i], den_df = a$DenDF[i], F = a$`F value`[i], p = a$`Pr(>F)`[i])))
}

# ---- Who left -----------------------------------------------------------------------------------

leaving <- function() {
  d <- data.frame(offered = offered)
  for (s in predictors) d[[column(s, first)]] <- before(s)
  if (has_age) d$age <- age
  if (has_gender) d$gender <- factor(gender)
  x <- model.matrix(~ ., model.frame(~ ., d, na.action = na.pass))
  y <- ifelse(answered(first), as.numeric(!answered(last)), NA)
  ok <- complete.cases(x, y)
  x <- x[ok, , drop = FALSE]; y <- y[ok]
  tight <- glm.control(epsilon = 1e-12, maxit = 100)
  f <- glm.fit(x, y, family = binomial(), control = tight)
  list(x = x, y = y, f = f, rows = which(ok), tight = tight)
}
leaving_logit <- function() {
  l <- leaving(); f <- l$f; x <- l$x; y <- l$y; n <- length(y); b <- f$coefficients
  p <- f$fitted.values
  se <- sqrt(diag(solve(crossprod(x * sqrt(p * (1 - p))))))
  null <- f$null.deviance; dev <- f$deviance
  r <- rank(p); n1 <- sum(y)
  profile <- function(j, side) {
    limit <- qchisq(.95, 1)
    at <- function(v) glm.fit(x[, -j, drop = FALSE], y, offset = x[, j] * v,
                              family = binomial(), control = l$tight)$deviance - dev - limit
    uniroot(at, sort(b[[j]] + c(0, side * 2.5 * se[[j]])), extendInt = "yes", tol = 1e-10)$root
  }
  list(n = n, loglik = -dev / 2, null_deviance = null, deviance = dev, lr_chisq = null - dev,
       lr_df = ncol(x) - 1, lr_p = pchisq(null - dev, ncol(x) - 1, lower.tail = FALSE),
       mcfadden_r2 = 1 - dev / null,
       nagelkerke_r2 = (1 - exp((dev - null) / n)) / (1 - exp(-null / n)),
       auc = (sum(r[y == 1]) - n1 * (n1 + 1) / 2) / (n1 * (n - n1)),
       coef = lapply(seq_along(b), function(j) list(
         b = b[[j]], se = se[[j]], z = b[[j]] / se[[j]], p = 2 * pnorm(-abs(b[[j]] / se[[j]])),
         or = exp(b[[j]]), or_low_wald = exp(b[[j]] - qnorm(.975) * se[[j]]),
         or_high_wald = exp(b[[j]] + qnorm(.975) * se[[j]]),
         or_low_profile = exp(profile(j, -1)), or_high_profile = exp(profile(j, 1)))))
}
crosstab <- function() {
  in1 <- answered(first)
  tab <- table(factor(offered[in1], 0:1), factor(as.numeric(!answered(last))[in1], 0:1))
  tab <- matrix(as.numeric(tab), 2)
  c1 <- chisq.test(tab, correct = FALSE); c2 <- chisq.test(tab, correct = TRUE)
  f <- fisher.test(tab)
  a <- tab[1, 1]; b <- tab[1, 2]; c <- tab[2, 1]; d <- tab[2, 2]
  or <- a * d / (b * c); rd <- a / (a + b) - c / (c + d)
  se <- sqrt(a * b / (a + b)^3 + c * d / (c + d)^3)
  chi <- unname(c1$statistic)
  list(table = tab, chisq = chi, df = 1, p = c1$p.value, cramers_v = sqrt(chi / sum(tab)),
       min_expected = min(c1$expected),
       g2 = 2 * sum(ifelse(tab > 0, tab * log(tab / c1$expected), 0)),
       yates = list(chisq = unname(c2$statistic), p = c2$p.value),
       fisher = list(p = f$p.value, or_conditional_mle = unname(f$estimate),
                     ci95 = each(f$conf.int[1:2])),
       or_sample = or,
       or_wald_ci95 = each(exp(log(or) + c(-1, 1) * qnorm(.975) * sqrt(sum(1 / tab)))),
       risk_difference = rd, rd_wald_ci95 = each(rd + c(-1, 1) * qnorm(.975) * se),
       phi = (a * d - b * c) / sqrt((a + b) * (c + d) * (a + c) * (b + d)))
}
weighed <- function(scale) {
  l <- leaving(); p <- l$f$fitted.values; r <- l$rows
  w <- ifelse(l$y == 1, NA, mean(1 - l$y) / (1 - p))
  f <- ols(cbind(1, before(scale)[r], user[r]), after(scale)[r], w)
  kept <- w[!is.na(w)]
  list(n = f$n, ess = sum(kept)^2 / sum(kept^2), coef = lapply(1:3, function(i)
    list(b = f$b[[i]], se_hc3 = f$hc3[[i]], se_hc0 = f$hc0[[i]])))
}
little <- function() {
  x <- cbind(sapply(scales, score, first), sapply(scales, score, last))
  x <- x[rowSums(!is.na(x)) > 0, ]
  m <- colMeans(x, na.rm = TRUE); s <- diag(apply(x, 2, var, na.rm = TRUE))
  key <- apply(!is.na(x), 1, paste, collapse = ""); groups <- split(seq_len(nrow(x)), key)
  for (step in 1:5000) {
    t1 <- numeric(ncol(x)); t2 <- matrix(0, ncol(x), ncol(x))
    for (g in groups) {
      o <- which(!is.na(x[g[1], ])); u <- which(is.na(x[g[1], ]))
      z <- x[g, , drop = FALSE]; extra <- matrix(0, ncol(x), ncol(x))
      if (length(u) > 0) {
        r <- s[u, o, drop = FALSE] %*% solve(s[o, o])
        z[, u] <- t(m[u] + r %*% (t(z[, o, drop = FALSE]) - m[o]))
        extra[u, u] <- length(g) * (s[u, u] - r %*% s[o, u, drop = FALSE])
      }
      t1 <- t1 + colSums(z); t2 <- t2 + crossprod(z) + extra
    }
    m2 <- t1 / nrow(x); s2 <- t2 / nrow(x) - m2 %*% t(m2)
    done <- max(abs(m2 - m), abs(s2 - s)) < 1e-10
    m <- m2; s <- s2
    if (done) break
  }
  chi <- 0; df <- -ncol(x)
  for (g in groups) {
    o <- which(!is.na(x[g[1], ]))
    d <- colMeans(x[g, o, drop = FALSE]) - m[o]
    chi <- chi + length(g) * drop(d %*% solve(s[o, o], d)); df <- df + length(o)
  }
  list(n = nrow(x), patterns = length(groups), chisq = chi, df = df,
       p = pchisq(chi, df, lower.tail = FALSE), em_mean = each(m), em_cov = unname(s))
}
lee <- function(scale) {
  post <- after(scale)
  a <- post[offered == 1]; b <- post[offered == 0]
  ra <- mean(!is.na(a)); rb <- mean(!is.na(b)); a <- sort(a); b <- sort(b)
  q <- abs(ra - rb) / max(ra, rb)
  trim <- function(x, top) {
    x <- sort(x, decreasing = top); cut <- q * length(x); whole <- floor(cut)
    w <- rep(1, length(x)); w[seq_len(whole)] <- 0; w[whole + 1] <- 1 - (cut - whole)
    sum(w * x) / (length(x) - cut)
  }
  naive <- mean(a) - mean(b)
  bounds <- if (q == 0) c(naive, naive)
    else if (ra > rb) c(trim(a, TRUE), trim(a, FALSE)) - mean(b)
    else mean(a) - c(trim(b, FALSE), trim(b, TRUE))
  list(respond_offered = ra, respond_control = rb, trim_share = q, naive = naive,
       lower = bounds[1], upper = bounds[2], width = bounds[2] - bounds[1])
}
attrition <- function() {
  l <- !answered(last)
  list(overall = mean(l), offered = mean(l[offered == 1]), control = mean(l[offered == 0]),
       differential = abs(mean(l[offered == 1]) - mean(l[offered == 0])))
}

# ---- Use ----------------------------------------------------------------------------------------

instrument <- function(scale) {
  pre <- before(scale); post <- after(scale)
  ok <- !is.na(pre + post + user)
  y <- post[ok]; d <- user[ok]; z <- offered[ok]; w <- cbind(1, pre[ok])
  left <- function(v) ols(w, v)$e
  my <- left(y); md <- left(d); mz <- left(z); n <- length(y); df <- n - 3
  zz <- sum(mz^2); zd <- sum(mz * md); zy <- sum(mz * my)
  one <- function(x, v) { b <- sum(x * v) / sum(x^2)
    c(b, sqrt(sum((v - b * x)^2) / df / sum(x^2))) }
  stage <- one(mz, md); itt <- one(mz, my)
  b <- zy / zd; e <- my - b * md; slope <- zd / zz; bread <- 1 / (slope^2 * zz)
  hc0 <- bread * sqrt(sum((slope * mz * e)^2))
  q <- qf(.95, 1, df); share <- q / (df + q)
  a <- zd^2 / zz - share * sum(md^2); h <- zd * zy / zz - share * sum(md * my)
  c0 <- zy^2 / zz - share * sum(my^2); inside <- h^2 - a * c0
  set <- if (inside <= 0) list() else {
    r <- sort(c(h - sqrt(inside), h + sqrt(inside)) / a)
    list(low = r[1], high = r[2])
  }
  wh <- ols(cbind(w, d, md - slope * mz), y)
  effect <- function(who) ols(cbind(1, pre, user)[who & ok, ], post[who & ok])$b[[3]]
  t <- wh$b[[4]] / wh$se[[4]]
  list(n = n, n_offered = sum(z == 1), n_users = sum(d == 1), control_users = sum(d == 1 & z == 0),
       itt = list(b = itt[1], se = itt[2], se_hc3 = ols(cbind(w, z), y)$hc3[[3]]),
       first_stage = list(b = stage[1], F = (stage[1] / stage[2])^2),
       tsls = list(b = b, se = sqrt(sum(e^2) / df * bread), se_hc0 = hc0,
                   se_hc1 = hc0 * sqrt(n / df)),
       df = df, anderson_rubin_95 = set, wu_hausman = list(t = t, p = p_t(t, wh$df)),
       wald_unadjusted = (cov(z, y) / var(z)) / (cov(z, d) / var(z)),
       as_treated = within_case(effect(rep(TRUE, length(pre)))),
       per_protocol = within_case(effect(is1(user - offered, 0))))
}
entropy_weights <- function(x, treated) {
  m <- colMeans(x[treated, , drop = FALSE]); s <- apply(x[treated, , drop = FALSE], 2, sd)
  c <- t((t(x[!treated, , drop = FALSE]) - m) / s); b <- rep(0, ncol(x))
  dual <- function(b) { v <- drop(c %*% b); max(v) + log(sum(exp(v - max(v)))) }
  for (step in 1:200) {
    w <- exp(drop(c %*% b) - dual(b)); g <- colSums(w * c)
    if (max(abs(g)) < 1e-12) break
    move <- tryCatch(solve(crossprod(c * sqrt(w)) - g %*% t(g), g), error = function(e) NULL)
    if (is.null(move)) break
    share <- 1
    while (dual(b - share * move) > dual(b) && share > 1e-10) share <- share / 2
    b <- b - share * move
  }
  if (max(abs(g)) > 1e-8 || max(abs(b)) > 200) stop("no weights balance these")
  all <- rep(1, length(treated)); all[!treated] <- w * sum(treated)
  list(w = all, moment = max(abs(g)), largest = max(abs(b)))
}
propensity <- function() {
  x <- list()
  if (has_age) x$age <- age
  if (has_gender) x$male <- ifelse(is.na(gender), NA, as.numeric(gender == "m"))
  for (s in scales) x[[column(s, first)]] <- before(s)
  x <- do.call(cbind, x)
  rows <- which(answered(last) & !is.na(user) & complete.cases(x))
  x <- x[rows, ]; u <- user[rows]; treated <- u == 1; n <- length(u)
  f <- glm.fit(cbind(`(Intercept)` = 1, x), u, family = binomial(),
               control = glm.control(epsilon = 1e-12, maxit = 100))
  e <- f$fitted.values
  se <- sqrt(diag(solve(crossprod(cbind(1, x) * sqrt(e * (1 - e))))))
  names(se) <- names(f$coefficients)
  smd <- function(w) vapply(colnames(x), function(j) {
    v <- x[, j]; sd <- sqrt((var(v[treated]) + var(v[!treated])) / 2)
    (weighted.mean(v[treated], w[treated]) - weighted.mean(v[!treated], w[!treated])) / sd
  }, 0)
  ess <- function(w) sum(w)^2 / sum(w^2)
  weights <- list(att = ifelse(treated, 1, e / (1 - e)), ate = ifelse(treated, 1 / e, 1 / (1 - e)),
                  overlap = ifelse(treated, 1 - e, e))
  some <- c(if (has_age) "age", column(predictors, first))
  balance <- within_case({
    eb <- entropy_weights(x[, some, drop = FALSE], treated)
    weights$entropy_att <- eb$w
    full <- entropy_weights(x, treated)
    list(max_abs_moment = eb$moment, full_set_max_abs_moment = full$moment,
         full_set_largest_parameter = full$largest)
  })
  pairs <- function(caliper) {
    l <- qlogis(e); limit <- if (caliper) .2 * sd(l) else Inf
    free <- !treated; made <- 0
    for (t in order(-l)[treated[order(-l)]]) {
      if (!any(free)) break
      gap <- ifelse(free, abs(l - l[t]), Inf); best <- which.min(gap)
      if (gap[best] <= limit) { free[best] <- FALSE; made <- made + 1 }
    }
    c(limit, made)
  }
  inside <- e >= max(min(e[treated]), min(e[!treated])) &
    e <= min(max(e[treated]), max(e[!treated]))
  list(n = n, treated = sum(treated), control = sum(!treated), coef = as.list(f$coefficients),
       coef_se = as.list(se), ps_first10 = each(head(e, 10)),
       ps_range_treated = each(range(e[treated])), ps_range_control = each(range(e[!treated])),
       common_support_n = sum(inside), smd_unweighted = as.list(smd(rep(1, n))),
       smd = lapply(weights, function(w) as.list(smd(w))),
       ess = lapply(weights, function(w) list(treated = ess(w[treated]), control = ess(w[!treated]))),
       max_weight = lapply(weights, max), entropy_balance = balance,
       effect = sapply(scales, function(s) lapply(weights, function(w) within_case({
         o <- ols(cbind(1, x[, column(s, first)], u), after(s)[rows], w)
         list(n = o$n, b = o$b[[3]], se_hc3 = o$hc3[[3]], se_hc0 = o$hc0[[3]])
       })), simplify = FALSE),
       aipw = sapply(scales, function(s) within_case({
         y <- after(s)[rows]; ok <- !is.na(y); y <- y[ok]; g <- treated[ok]; pe <- e[ok]
         z <- cbind(1, x[ok, column(s, first)])
         m1 <- drop(z %*% ols(z[g, ], y[g])$b); m0 <- drop(z %*% ols(z[!g, ], y[!g])$b)
         part <- m1 - m0 + ifelse(g, (y - m1) / pe, -(y - m0) / (1 - pe))
         list(n = length(y), ate = mean(part), se = sd(part) / sqrt(length(y)))
       }), simplify = FALSE),
       match_1to1 = within_case(list(caliper_logit = pairs(TRUE)[1], n_pairs = pairs(TRUE)[2],
                                     n_pairs_no_caliper = pairs(FALSE)[2])))
}
dose <- function(scale) {
  a <- before(scale); b <- after(scale); in1 <- !is.na(a + b + user)
  pre <- a[in1]; post <- b[in1]; u <- user[in1]; m <- minutes[in1]; n <- length(u)
  slope <- function(x) within_case({
    f <- ols(cbind(1, pre, x), post)
    list(b = f$b[[3]], se_hc3 = f$hc3[[3]], p_hc3 = hc3_p(f, 3))
  })
  partial <- within_case({
    ok <- !is.na(m)
    xy <- cor(rank(m[ok]), rank(post[ok])); xz <- cor(rank(m[ok]), rank(pre[ok]))
    yz <- cor(rank(post[ok]), rank(pre[ok]))
    (xy - xz * yz) / sqrt((1 - xz^2) * (1 - yz^2))
  })
  change <- post - pre
  n1 <- sum(u == 1); n0 <- sum(u == 0)
  pooled <- sqrt(((n1 - 1) * var(pre[u == 1]) + (n0 - 1) * var(pre[u == 0])) / (n - 2))
  tost <- within_case({
    f <- ols(cbind(1, pre, u), post); bound <- smallest[[scale]] * pooled; se <- f$hc3[[3]]
    list(bound = bound, b = f$b[[3]], se_hc3 = se,
         p_lower = pt((f$b[[3]] + bound) / se, f$df, lower.tail = FALSE),
         p_upper = pt((f$b[[3]] - bound) / se, f$df))
  })
  rci <- within_case({
    alpha <- alpha_of(cov(na.omit(keyed(scale, first)[answered(first), , drop = FALSE])))
    s <- sd(a, na.rm = TRUE); error <- s * sqrt(1 - alpha) * sqrt(2); z <- change / error
    setNames(list(alpha, s, error,
                  list(users = sum(z > 1.96 & u == 1), nonusers = sum(z > 1.96 & u == 0)),
                  list(users = sum(z < -1.96 & u == 1), nonusers = sum(z < -1.96 & u == 0))),
             c(paste0("alpha_", named(first)), paste0("sd_", named(first)), "s_diff",
               "improved_1.96", "declined_1.96"))
  })
  bayes <- within_case({
    t <- unname(t.test(change[u == 1], change[u == 0], var.equal = TRUE)$statistic)
    r <- sqrt(2) / 2; eff <- n1 * n0 / (n1 + n0); v <- n1 + n0 - 2
    f <- function(d) dt(t, v, d * sqrt(eff)) * dcauchy(d, 0, r)
    bf <- integrate(f, -Inf, Inf, rel.tol = 1e-10, subdivisions = 1000)$value / dt(t, v)
    list(t = t, n1 = n1, n2 = n0, r = r, bf10 = bf)
  })
  list(n = n, per_session = slope(sessions[in1]), per_log1p_minutes = slope(log1p(m)),
       partial_spearman_minutes = partial, tost = tost, rci = rci, bf10_jzs_change = bayes)
}

# ---- Whole classes ------------------------------------------------------------------------------

class_means <- function(x, y, who = seq_len(n)) {
  f <- ols(x, y)
  class <- cluster[who][f$rows]
  means <- tapply(f$e, class, mean)
  list(n = f$n, sizes = table(class), means = means,
       arm = tapply(offered[who][f$rows], class, max)[names(means)])
}
class_test <- function(means, arm, level = .95) {
  j <- length(means); a <- means[arm == 1]; b <- means[arm == 0]
  diff <- mean(a) - mean(b)
  se <- sqrt((sum((a - mean(a))^2) + sum((b - mean(b))^2)) / (j - 2) *
               (1 / length(a) + 1 / length(b)))
  list(diff = diff, se = se, t = diff / se, df = j - 2, p = p_t(diff / se, j - 2),
       ci95 = diff + c(-1, 1) * qt(.5 + level / 2, j - 2) * se)
}
by_classes <- function(scale) {
  if (!has_classes) stop("there are no classes")
  pre <- before(scale); post <- after(scale)
  c <- class_means(cbind(1, pre), post); t <- class_test(c$means, c$arm)
  j <- length(c$means); k <- sum(c$arm == 1)
  permutation <- within_case({
    if (choose(j, k) > 2e5) stop("too many")
    all <- combn(j, k, function(i) abs(mean(c$means[i]) - mean(c$means[-i])))
    list(allocations = length(all),
         p_two_sided = mean(all >= abs(t$diff) - 1e-12 * max(1, abs(t$diff))),
         p_min_possible = 1 / length(all))
  })
  f <- ols(cbind(1, pre, offered), post); class <- cluster[f$rows]
  cr <- within_case(clustered(f, class))
  wild <- within_case((function() {
    g <- unique(class); m <- length(g)
    null <- ols(f$x[, 1:2], f$y); at <- match(class, g)
    scores <- drop(f$inverse[3, ] %*% t(f$x))
    t_of <- function(y) {
      b <- f$inverse %*% crossprod(f$x, y); e <- drop(y - f$x %*% b)
      s <- tapply(scores * e, at, sum)
      b[3] / sqrt(sum(s^2) * m / (m - 1) * (f$n - 1) / f$df)
    }
    own <- t_of(f$y)
    # With more classes not every pattern of signs was tried.
    if (m > 12) return(list(b = f$b[[3]], t_cr1 = own))
    signs <- as.matrix(expand.grid(rep(list(c(-1, 1)), m)))
    each_t <- apply(signs, 1, function(s) t_of(null$y - null$e + s[at] * null$e))
    list(b = f$b[[3]], t_cr1 = own, patterns = nrow(signs),
         p = mean(abs(each_t) >= abs(own) * (1 - 1e-10)))
  })())
  lmm <- within_case({
    if (!has("lme4", "pbkrtest")) stop("needs lme4 and pbkrtest")
    d <- data.frame(post = f$y, pre = f$x[, 2], offered = f$x[, 3], class = class)
    big <- lme4::lmer(post ~ pre + offered + (1 | class), d)
    small <- lme4::lmer(post ~ pre + (1 | class), d)
    v <- as.data.frame(lme4::VarCorr(big))$vcov
    kr <- pbkrtest::KRmodcomp(big, small)$stats
    list(b = lme4::fixef(big)[[3]], se = sqrt(as.matrix(vcov(big))[3, 3]), var_class = v[1],
         var_resid = v[2], icc = v[1] / sum(v), reml = as.numeric(logLik(big)),
         kenward_roger = list(F = kr$Fstat, ddf = kr$ddf, p = kr$p.value))
  })
  list(n = f$n, class_n = as.list(c$sizes),
       cluster_level = list(class_mean_residual = as.list(c$means), diff = t$diff, t = t$t,
                            df = t$df, p = t$p, ci95 = each(t$ci95)),
       permutation = permutation, wild_cluster_bootstrap = wild, lmm = lmm,
       cr2 = if (length(cr) == 0) list() else
         list(b = f$b[[3]], se = cr$se2[[3]], df = cr$df[[3]], p = cr$p[[3]]))
}

# ---- What was drawn -----------------------------------------------------------------------------

design <- read("design.csv")
imputations <- read("imputations.csv")
resamples <- read("resamples.csv")
lead <- setting("lead")
by_class <- setting("by_class")
level <- as.numeric(setting("analysis")[["level"]])
covariates <- function(d) {
  x <- lapply(strsplit(ifelse(is.na(d$x), "", d$x), " "), as.numeric)
  matrix(unlist(x), nrow(d), byrow = TRUE)
}

# The effect of the offer in each completed data set, pooled by Rubin's rules with the degrees of
# freedom of Barnard and Rubin (1999).
pooled <- function(s) {
  d <- design[design$use == "imputed" & design$scale == s, ]
  if (nrow(d) == 0) stop("nothing was drawn")
  who <- match(d$id, people$id); extra <- covariates(d)
  sets <- imputations[imputations$scale == s, ]
  one <- sapply(split(sets, num(sets$set)), function(m) {
    m <- m[match(d$id, m$id), ]; y <- num(m$last); x <- cbind(1, num(m$first), extra)
    if (lead[[s]] == "CLASSES") {
      c <- class_means(x, y, who); t <- class_test(c$means, c$arm)
      return(c(t$diff, t$se, t$df))
    }
    f <- ols(cbind(x, offered[who]), y); k <- length(f$b)
    if (lead[[s]] == "PERSONS") return(c(f$b[[k]], f$hc3[[k]], f$df))
    c <- clustered(f, cluster[who])
    c(f$b[[k]], c$se2[[k]], c$df[[k]])
  })
  m <- ncol(one); within <- mean(one[2, ]^2); between <- var(one[1, ])
  total <- within + (1 + 1 / m) * between; lambda <- (1 + 1 / m) * between / total
  df0 <- one[[3, 1]]; old <- (m - 1) / lambda^2
  seen <- (df0 + 1) / (df0 + 3) * df0 * (1 - lambda); df <- old * seen / (old + seen)
  e <- mean(one[1, ]); se <- sqrt(total); q <- qt(.5 + level / 2, df)
  list(n = nrow(d), sets = m, estimate = e, se = se, df = df, low = e - q * se, high = e + q * se,
       p = p_t(e / se, df), lambda = lambda)
}

# The interval of the effect in standard deviations, from the persons or classes that were drawn
# (BCa, Efron 1987).
bootstrapped <- function(s) {
  d <- design[design$use == "answered" & design$scale == s, ]
  if (nrow(d) == 0) stop("nothing was drawn")
  who <- match(d$id, people$id)
  x <- cbind(1, before(s)[who], covariates(d), offered[who]); y <- after(s)[who]; k <- ncol(x)
  pre <- before(s); in1 <- !is.na(pre)
  rest <- pre[in1] - ave(pre[in1], offered[in1])
  unit <- sqrt(sum(rest^2) / (sum(in1) - length(unique(offered[in1]))))
  effect <- function(i) {
    q <- qr(x[i, , drop = FALSE], tol = 1e-10)
    if (q$rank < k) NA else qr.coef(q, y[i])[[k]] / unit
  }
  r <- resamples[resamples$scale == s, ]
  made <- vapply(strsplit(r$places, " "), function(p) effect(as.integer(p)), 0)
  made <- made[is.finite(made)]
  groups <- if (by_class[[s]] == "1") cluster[who] else seq_along(who)
  without <- vapply(unique(groups), function(g) effect(which(groups != g)), 0)
  without <- without[is.finite(without)]
  e <- effect(seq_along(y)); b <- length(made)
  # Everybody drawn once is the estimate itself, but for the order of the sums.
  same <- abs(made - e) <= 1e-10 * max(abs(made))
  share <- min(max((sum(made < e & !same) + .5 * sum(same)) / b, .5 / b), 1 - .5 / b)
  shift <- qnorm(share); z <- mean(without) - without
  bend <- if (sum(z^2) > 0) sum(z^3) / (6 * sum(z^2)^1.5) else 0
  at <- shift + qnorm(c((1 - level) / 2, (1 + level) / 2))
  limits <- quantile(made, pnorm(shift + at / (1 - bend * at)), type = 7, names = FALSE)
  list(sd = e, low = limits[1], high = limits[2], draws = b)
}

# ---- All cases ----------------------------------------------------------------------------------

compute("study.spec", function() lapply(scale_spec, function(s)
  list(k = s$k, reversed = each(s$reversed))))
compute("study.flow", function() {
  t <- tolower(named(waves)); a <- sapply(waves, answered)
  a <- matrix(a, n); colnames(a) <- t
  f <- tolower(named(first)); l <- tolower(named(last)); both <- answered(first) & answered(last)
  c(list(enrolled = n, control = sum(offered == 0), offered = sum(offered == 1),
         offered_used = sum(offered == 1 & is1(user, 1))),
    as.list(colSums(a)),
    setNames(list(sum(both), sum(both & is1(user, 1)), sum(both & is1(user, 0)),
                  sum(rowSums(a) == ncol(a)), sum(answered(last) & !answered(first))),
             c(paste0(f, "_and_", l), paste0("users_", f, "_", l), paste0("nonusers_", f, "_", l),
               if (ncol(a) == 3) "all_three" else paste0("all_", ncol(a)),
               paste0(l, "_without_", f))),
    list(by_offered_wave = list(control = each(colSums(a[offered == 0, , drop = FALSE])),
                                offered = each(colSums(a[offered == 1, , drop = FALSE])))))
})
for (s in scales) local({
  s <- s
  for (w in c(first, last)) local({
    w <- w
    compute(paste0("study.rel.", s, ".", named(w)), function() reliability(s, w))
  })
  pre <- before(s); post <- after(s); drop <- !answered(last)
  compute(paste0("study.baseline.users.", s), function()
    two(pre[is1(user, 1)], pre[is1(user, 0)]))
  compute(paste0("study.baseline.analysed.", s), function()
    two(pre[is1(user, 1) & !is.na(post)], pre[is1(user, 0) & !is.na(post)]))
  compute(paste0("study.ancova.", s), function() ancova(s))
  compute(paste0("study.change.", s), function()
    two((post - pre)[is1(user, 1)], (post - pre)[is1(user, 0)]))
  compute(paste0("study.within.", s), function() list(
    users = within_case(paired(pre[is1(user, 1)], post[is1(user, 1)])),
    nonusers = within_case(paired(pre[is1(user, 0)], post[is1(user, 0)]))))
  compute(paste0("study.lmm.", s), function() all_waves(s))
  compute(paste0("study.attrition.", s), function() two(pre[drop], pre[!drop]))
  compute(paste0("study.ipw.", s), function() weighed(s))
  compute(paste0("study.itt.", s), function() as_offered(s))
  compute(paste0("inv.study.", s, ".", named(first), named(last)), function() invariance(s))
  compute(paste0("poly.study.", s, ".", named(first)), function() ordinal(s, first))
})
for (s in scales) local({
  s <- s
  compute(paste0("drawn.imputed.", s), function() pooled(s))
  compute(paste0("drawn.bootstrap.", s), function() bootstrapped(s))
})
compute("study.holm", function() {
  p <- vapply(primary, function(s) hc3_p(by_use(s), 3), 0)
  list(p = as.list(p), holm = as.list(p.adjust(p, "holm")), BH = as.list(p.adjust(p, "BH")))
})
compute("study.attrition.logit", leaving_logit)
compute("study.attrition.crosstab", crosstab)
compute("study.little", little)
compute("ps.study", propensity)
each_scale <- function(f) sapply(scales, function(s) within_case(f(s)), simplify = FALSE)
compute("cace.study", function() each_scale(instrument))
compute("cluster5.study", function() each_scale(by_classes))
compute("lee.study", function() each_scale(lee))
compute("attrition.wwc", attrition)
compute("dose_tost_rci_bf.study", function() each_scale(dose))

# ---- Comparison ---------------------------------------------------------------------------------

expected <- read("results.csv")
expected$value <- num(expected$value)
ours <- do.call(rbind, lapply(found$rows, function(r)
  data.frame(case = r[[1]], path = r[[2]], ours = r[[3]])))
all <- merge(expected, ours, by = c("case", "path"), all.x = TRUE, sort = FALSE)

# Closed forms agree to rounding. Where both sides search for an optimum, each stops a little
# apart, and what is derived from degrees of freedom differs more.
rule <- function(case, path) {
  r <- rep(1e-7, length(case)); a <- rep(1e-9, length(case))
  set <- function(which, rel, abs = NULL) {
    r[which] <<- rel
    if (!is.null(abs)) a[which] <<- abs
  }
  set(grepl("^study.attrition.logit|^study.ipw|^ps.study", case), 1e-6)
  set(grepl("profile", path), 1e-5)
  set(case == "study.attrition.crosstab" & grepl("/fisher/", path), 1e-4, 2e-4)
  set(grepl("bf10$", path), 1e-5)
  set(case == "study.little", 1e-4, 1e-5)
  set(case == "ps.study" & grepl("entropy", path), 1e-4, 1e-7)
  set(grepl("^study.lmm", case), 1e-4, 1e-4)
  set(grepl("^study.lmm", case) & grepl("df|/p$|/F$", path), 1e-2, 1e-4)
  set(grepl("/lmm/", path), 1e-3, 1e-6)
  set(grepl("^inv.study", case), 1e-3, 1e-2)
  set(grepl("^poly.study", case), 1e-3, 1e-3)
  set(grepl("^poly.study", case) & grepl("scaled|scaling|chisq", path), 1e-2, 1e-3)
  list(r = r, a = a)
}
limit <- rule(all$case, all$path)
all$off <- abs(all$ours - all$value)
all$wrong <- !is.na(all$ours) & !(all$off <= limit$r * abs(all$value) + limit$a)
# A number that a method should have given and did not, is a difference too, unless its case could
# not be computed here at all.
not_here <- grepl("omega_categorical_green_yang|omega_semTools|empty_cells", all$path) |
  (!has("lme4", "pbkrtest") & grepl("/lmm/", all$path)) |
  grepl("^/[^/]*/permutation/", all$path) & is.na(all$ours) |
  grepl("/wild_cluster_bootstrap/(p|patterns)$", all$path) & length(unique(cluster)) > 12 |
  all$case %in% names(found$left)
all$absent <- is.na(all$ours) & !not_here

cat(sprintf("%-44s %8s %9s %12s  %s\n", "case", "numbers", "compared", "largest diff", ""))
for (case in unique(expected$case)) {
  x <- all[all$case == case, ]
  got <- !is.na(x$ours)
  apart <- x$off / pmax(abs(x$value), 1e-9)
  verdict <- if (any(x$wrong)) "DIFFERS" else if (any(x$absent)) "INCOMPLETE"
    else if (any(got)) "equal" else paste("left out:", found$left[[case]])
  cat(sprintf("%-44s %8d %9d %12s  %s\n", case, nrow(x), sum(got),
              if (any(got)) sprintf("%.1e", max(apart[got])) else "", verdict))
}
bad <- all[all$wrong | all$absent, ]
if (nrow(bad) > 0) {
  cat("\nDifferent:\n")
  print(head(bad[, c("case", "path", "value", "ours")], 60), row.names = FALSE, digits = 10)
}
cat(sprintf("\n%d numbers, %d compared, %d different, %d missing, %d left out\n", nrow(all),
            sum(!is.na(all$ours)), sum(all$wrong), sum(all$absent),
            sum(is.na(all$ours) & !all$absent)))
quit(status = if (nrow(bad) > 0) 1 else 0)
